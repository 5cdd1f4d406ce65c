// Tries the check of a file's bytes: encodings, control and invisible characters, line ends, and their exact places.

import Testing

@testable import Syntax

@Suite struct SourceFileTests {
  private func check(_ bytes: [UInt8]) -> (file: SourceFile, diagnostics: [Diagnostic]) {
    SourceFile.checked(path: "content/å.md", bytes: bytes)
  }

  /// Bytes that are not UTF-8, each behind "é\nö " and before " z".
  @Test(
    arguments: [
      [0xE9], [0xE9, 0x20], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF],
      [0xF0, 0x80, 0x80, 0x80],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xED, 0xA0, 0x80], [0xED, 0xB0, 0x80, 0xED, 0xB0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0x80], [0xBF, 0xBF], [0xFE], [0xFF], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98],
      [0xE2, 0x28, 0xA1],
    ] as [[UInt8]])
  func notUTF8(_ bytes: [UInt8]) throws {
    for tail in [" z", ""] {
      let (file, diagnostics) = check(Array("é\nö ".utf8) + bytes + Array(tail.utf8))
      let finding = try #require(diagnostics.first)
      #expect(finding.id == "encoding" && finding.severity == .error)
      #expect(file.place(finding.place.span) == "2:3")
      let hex = String(bytes[0], radix: 16, uppercase: true)
      #expect(finding.message.utf8.starts(with: "byte 0x\(hex)".utf8))
    }
  }

  @Test func latinOneIsGuessed() {
    #expect(check([0x41, 0xE5]).diagnostics.first?.message == "byte 0xE5 is not UTF-8; in Latin-1 it would be \"å\"")
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x41, 0x00], [0xFE, 0xFF, 0x00, 0x41], [0xFF, 0xFE], [0xFF, 0xFE, 0x00, 0x00, 0x41],
    ] as [[UInt8]])
  func utf16(_ bytes: [UInt8]) {
    let (file, diagnostics) = check(bytes)
    #expect(diagnostics.map(\.id) == ["encoding"])
    #expect(diagnostics.map { file.place($0.place.span) } == ["1:1"])
    #expect(file.bytes.isEmpty)
  }

  @Test func controlCharacters() {
    let forbidden = (0x00...0x1F).filter { ![0x09, 0x0A, 0x0D].contains($0) } + [0x7F] + Array(0x80...0x9F)
    for value in forbidden {
      let text = "å\n\t👩‍👩‍👧x\(Unicode.Scalar(UInt32(value))!)y"
      let (file, diagnostics) = check(Array(text.utf8))
      #expect(diagnostics.map(\.id) == ["control-character"], "\(value)")
      #expect(diagnostics.hasErrors)
      #expect(diagnostics.map { file.place($0.place.span) } == ["2:8"])
      #expect(diagnostics.map { file.text($0.place.span).unicodeScalars.count } == [1])
    }
  }

  @Test(arguments: [0xFDD0, 0xFDE0, 0xFDEF, 0xFFFE, 0xFFFF] as [UInt32])
  func noncharacters(_ value: UInt32) {
    let (file, diagnostics) = check(Array("å \(Unicode.Scalar(value)!)".utf8))
    #expect(diagnostics.map { "\(file.place($0.place.span)) \($0.id)" } == ["1:3 control-character"])
    #expect(diagnostics.hasErrors)
  }

  @Test(
    arguments: [
      (0x202A, "bidirectional-control"), (0x202E, "bidirectional-control"), (0x2066, "bidirectional-control"),
      (0x2069, "bidirectional-control"), (0x061C, "bidirectional-control"), (0x200E, "bidirectional-control"),
      (0x200F, "bidirectional-control"), (0x200B, "invisible-character"), (0xFEFF, "invisible-character"),
      (0x2060, "invisible-character"), (0xE0041, "invisible-character"),
    ] as [(UInt32, String)])
  func invisibleCharactersAreWarnings(_ value: UInt32, _ id: String) throws {
    let (file, diagnostics) = check(Array("é\n> ö\(Unicode.Scalar(value)!)z".utf8))
    let finding = try #require(diagnostics.first)
    #expect(diagnostics.count == 1 && finding.id == id && finding.severity == .warning)
    #expect(file.place(finding.place.span) == "2:4")
    #expect(Array(file.text(finding.place.span).unicodeScalars) == [Unicode.Scalar(value)!])
  }

  @Test(arguments: [
    "", " ", "å\u{301}👩‍👩‍👧\u{FE0F}\u{FFFD}\u{10FFFD}\t\u{A0}\u{2028}", "\u{E000}\u{D7FF}\u{800}\u{7FF}\u{FFFD}",
  ])
  func soundTexts(_ text: String) {
    let (file, diagnostics) = check(Array(text.utf8))
    #expect(diagnostics.isEmpty)
    #expect(file.bytes == Array(text.utf8))
  }

  @Test(arguments: [
    ("a\r\nb\r\n", "a\nb\n"), ("a\rb\r", "a\nb\n"), ("a\r\r\nb\n\rc", "a\n\nb\n\nc"), ("\r", "\n"), ("\r\n", "\n"),
    ("a\r", "a\n"),
    ("\u{FEFF}å", "å"), ("\u{FEFF}", ""), ("\u{FEFF}a\r\nb", "a\nb"), ("a\r\n\u{301}b", "a\n\u{301}b"),
  ])
  func becomesLineFeeds(_ raw: String, _ text: String) {
    let (file, diagnostics) = check(Array(raw.utf8))
    #expect(file.bytes == Array(text.utf8))
    #expect(diagnostics.isEmpty)
  }

  @Test func secondByteOrderMarkIsInvisible() {
    let (file, diagnostics) = check(Array("\u{FEFF}\u{FEFF}a".utf8))
    #expect(diagnostics.map { "\(file.place($0.place.span)) \($0.id)" } == ["1:1 invisible-character"])
  }

  @Test func eachKindIsReportedOnce() {
    let (file, diagnostics) = check([0x61, 0xE9, 0x01, 0xE9, 0x02] + Array("\u{200B}\u{200B}\u{202E}".utf8))
    #expect(
      diagnostics.map { "\(file.place($0.place.span)) \($0.id)" }
        == ["1:2 encoding", "1:3 control-character", "1:6 invisible-character", "1:8 bidirectional-control"])
  }

  @Test func positions() {
    let file = SourceFile(path: "a", text: "å\n\n👩x")
    let places = [0, 2, 3, 4, 8, 9, 99].map { file.position(of: $0) }
    #expect(places.map { "\($0.line):\($0.column)" } == ["1:1", "1:2", "2:1", "3:1", "3:2", "3:3", "3:3"])
    #expect([0, 2, 3, 8, 99].map(file.line) == ["å", "å", "", "👩x", "👩x"])
  }
}
