// Tries tables as spreadsheets write them, byte by byte: Excel in Italian, Swedish and German, and what is broken.

import Testing

@testable import Syntax

@Suite struct CSVEncodingTests {
  private func read(_ bytes: [UInt8]) -> (table: CSVTable?, diagnostics: [Diagnostic]) {
    let (file, problems) = SourceFile.decodedTable(path: "a.csv", bytes: bytes)
    let (table, findings) = CSVReader.read(file)
    return (table, problems + findings)
  }

  /// "CSV (separato da delimitatore)" in Italian Windows: Windows-1252, semicolons, CRLF.
  @Test func italianExcel() throws {
    let bytes =
      Array("Titolo;Probabilit".utf8) + [0xE0] + Array(";Costo;Scadenza\r\nL".utf8) + [0x92] + Array("avviso ".utf8)
      + [0xE8] + Array(" in ritardo;3;".utf8) + [0x80] + Array(" 1.234,50;18/11/2026\r\n".utf8)
    let (table, diagnostics) = read(bytes)
    #expect(
      table?.texts == [
        ["Titolo", "Probabilità", "Costo", "Scadenza"], ["L’avviso è in ritardo", "3", "€ 1.234,50", "18/11/2026"],
      ])
    #expect(diagnostics.map { "\($0.severity) \($0.id)" } == ["note encoding"])
    let note = try #require(diagnostics.first)
    #expect(note.message.hasSuffix("this should be \"à\""))
    #expect(note.place.file?.place(note.place.span) == "1:18")
  }

  /// "CSV UTF-8" in Swedish Windows: byte order mark, semicolons, CRLF, ISO dates.
  @Test func swedishExcel() {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("Rubrik;Åtgärd;Klart\r\n\"Kön växer\nigen\";Ring;2026-11-18\r\n".utf8)
    let (table, diagnostics) = read(bytes)
    #expect(table?.texts == [["Rubrik", "Åtgärd", "Klart"], ["Kön växer\nigen", "Ring", "2026-11-18"]])
    #expect(diagnostics.isEmpty)
  }

  /// "Unicode-Text" in German Windows: UTF-16 with its mark, tabs, CRLF. The other order comes from older systems.
  @Test(arguments: [true, false], [true, false])
  func germanExcel(_ isBigEndian: Bool, _ hasMark: Bool) {
    let text = "Titel\tMaßnahme\tFällig\r\nÜbergabe 👩‍👩‍👧\t\"Öffnen; prüfen\"\t18.11.2026\r\n"
    let units = (hasMark ? [0xFEFF] : []) + Array(text.utf16)
    let bytes = units.flatMap { unit in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBigEndian ? pair : pair.reversed()
    }
    let (table, diagnostics) = read(bytes)
    #expect(
      table?.texts == [["Titel", "Maßnahme", "Fällig"], ["Übergabe 👩‍👩‍👧", "Öffnen; prüfen", "18.11.2026"]])
    #expect(diagnostics.isEmpty)
  }

  @Test(
    arguments: [
      // Half a letter at the end; a surrogate without its other half; the odd byte of a cut file.
      [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x3D, 0xD8], [0xFE, 0xFF, 0x00, 0x61, 0xDC, 0x69, 0x00, 0x62],
      [0xFF, 0xFE, 0x61, 0x00, 0x62],
    ] as [[UInt8]])
  func brokenUTF16(_ bytes: [UInt8]) {
    #expect(SourceFile.decodedTable(path: "a.csv", bytes: bytes).diagnostics.map(\.id) == ["encoding"])
  }

  /// Sound UTF-8 with a broken byte is not taken for another encoding, which would turn every accent into two letters.
  @Test(arguments: [Array("é;è;à\nå;ö;".utf8) + [0xE4], [0xEF, 0xBB, 0xBF, 0x61, 0xE4]] as [[UInt8]])
  func damagedUTF8(_ bytes: [UInt8]) {
    let diagnostics = SourceFile.decodedTable(path: "a.csv", bytes: bytes).diagnostics
    #expect(diagnostics.map(\.id) == ["encoding"] && diagnostics.hasErrors)
  }

  @Test(arguments: [0x81, 0x8D, 0x8F, 0x90, 0x9D] as [UInt8])
  func bytesThatWindowsLeavesOpen(_ byte: UInt8) {
    let diagnostics = SourceFile.decodedTable(path: "a.csv", bytes: [0x61, byte, 0x0A, 0xE4]).diagnostics
    #expect(diagnostics.map(\.id) == ["encoding", "control-character"] && diagnostics.hasErrors)
  }

  @Test func allOfWindows1252() {
    let bytes = (0xA0...0xFF).map { UInt8($0) } + [0x80, 0x85, 0x8A, 0x91, 0x96, 0x9F]
    let (file, diagnostics) = SourceFile.decodedTable(path: "a.csv", bytes: bytes)
    let latin = String(String.UnicodeScalarView((0xA0...0xFF).compactMap { Unicode.Scalar(UInt32($0)) }))
    #expect(file.bytes == Array((latin + "€…Š‘–Ÿ").utf8))
    #expect(!diagnostics.hasErrors)
  }

  @Test func theNoteStandsAtTheFirstLetter() throws {
    let diagnostics = SourceFile.decodedTable(path: "a.csv", bytes: Array("a\r\nb\r\nc ".utf8) + [0xF6, 0x0A])
      .diagnostics
    let note = try #require(diagnostics.first)
    #expect(note.place.file?.place(note.place.span) == "3:3")
    #expect(note.place.file?.text(note.place.span) == "ö")
  }

  @Test(arguments: [[], [0x61], [0x00, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68]] as [[UInt8]])
  func isNotUTF16(_ bytes: [UInt8]) {
    #expect(CSVEncoding.isBigEndianUTF16(bytes) == nil || bytes.count == 9)
  }
}
