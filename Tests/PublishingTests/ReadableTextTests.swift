// Encodings, tags, escapes and spaces: what a reader sees of them is what is searched.

import Testing

@testable import Publishing

@Suite struct ReadableTextTests {
  private func text(_ bytes: [UInt8]) -> String? {
    ReadableText.text(of: bytes).map { String(decoding: $0, as: UTF8.self) }
  }

  private func wide(_ text: String, isLittle: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isLittle ? [low, high] : [high, low]
    }
  }

  @Test func readsEncodings() {
    #expect(text(Array("Överlämning €".utf8)) == "Överlämning €")
    #expect(text([0xFF, 0xFE] + wide("Överlämning €", isLittle: true)) == "Överlämning €")
    #expect(text([0xFE, 0xFF] + wide("日本", isLittle: false) + [0x30]) == "日本")
    #expect(text(wide("Überlappung", isLittle: true)) == "Überlappung")
    #expect(text(wide("Überlappung", isLittle: false)) == "Überlappung")
    #expect(text([0xD6, 0x76, 0x65, 0x72, 0x20, 0x80, 0x20, 0x96]) == "Över € –")
    #expect(text([0x50, 0x4B, 3, 4, 0, 1, 2, 0xFF]) == nil)
    #expect(text([0x89, 0x50, 0x4E, 0x47, 0x1A]) == nil)
    #expect(text([]) == "")
  }

  @Test func findsWideLettersInOtherBytes() {
    let bytes: [UInt8] = [1, 2, 3] + wide("Città", isLittle: true) + [1, 2] + wide("Größe", isLittle: false) + [0, 7]
    let found = String(decoding: ReadableText.wideRuns(in: bytes), as: UTF8.self).split(separator: "\n")
    #expect(found.contains("Città") && found.contains("Größe"))
    #expect(ReadableText.wideRuns(in: Array("plain letters, nothing wide".utf8)) == [])
    #expect(ReadableText.wideRuns(in: [0x41]) == [])
  }

  @Test(arguments: [
    ("<w:p><w:r><w:t>Mau</w:t></w:r><w:r><w:t>rizio</w:t></w:r></w:p><w:p>Due</w:p>", "\nMaurizio\nDue\n"),
    ("<p:a>tre<a:br/>quattro</p:a>", "tre\nquattro"),
    ("<!DOCTYPE html><html><p>Mau<b>ri</b>zio<td>12<td>500", "\nMaurizio\n;\n12\n;\n500"),
    ("<html><p title='a > b'>x &#229;&#x41;&nbsp;&amp; &brk; &", "\nx åA\u{A0}& &brk; &"),
    ("<x><![CDATA[a<b]]>c<!-- d -->e<?f g?>h", "a<bceh"), ("<x>a < b <1> <", "a < b <1> <"), ("<x", ""),
    ("<x a='>b", "b"),
    ("<![CDATA[]]", ""), ("<![CDATA[", ""), ("<", "<"), ("\u{FEFF} <x>a", "\u{FEFF} a"),
  ])
  func takesTagsOut(_ markup: String, _ expected: String) {
    #expect(MarkupText.text(of: Array(markup.utf8)).map { String(decoding: $0, as: UTF8.self) } == expected)
  }

  @Test func whatIsNoMarkupIsLeftAlone() {
    #expect(MarkupText.text(of: Array("a <b>c</b>".utf8)) == nil)
    #expect(MarkupText.text(of: []) == nil)
  }

  @Test(arguments: [
    ("a \n\t b\u{A0}\u{202F}c", "a b c"), ("so\u{AD}ft\u{200B}er\u{2060}", "softer"), ("e\u{300} A\u{30A}", "è Å"),
    ("", ""),
    ("\u{FEFF}x\u{2009}", "x "), ("\u{201C}x\u{201D}", "\u{201C}x\u{201D}"),
  ])
  func putsATextInOneLine(_ text: String, _ expected: String) {
    #expect(TextForms.folded(Array(text.utf8)) == Array(expected.utf8))
  }

  @Test(arguments: [
    ("a%20b%C3%A5", "a bå"), ("%41%", "A%"), ("%4", nil), ("100 % x", nil), ("%zz%2", nil), ("", nil), ("%2b", "+"),
  ])
  func undoesEscapesOfAddresses(_ text: String, _ expected: String?) {
    #expect(TextForms.percentDecoded(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) } == expected)
  }

  @Test func joinsWordsThatGoOnInTheNextLine() {
    #expect(TextForms.joined(Array("Lind-\nqvist\n- a\n-\n".utf8)) == Array("Lindqvist\n- a\n".utf8))
  }
}
