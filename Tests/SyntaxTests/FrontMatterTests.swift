// Tries how a file is split into front matter and body.

import Testing

@testable import Syntax

@Suite struct FrontMatterTests {
  private func split(_ text: String) -> (yaml: String?, body: String, diagnostics: [Diagnostic], file: SourceFile) {
    let (file, _) = SourceFile.checked(path: "a.md", bytes: Array(text.utf8))
    let (parts, diagnostics) = FrontMatter.split(file)
    let yaml = parts.yaml.map { String(decoding: file.bytes[$0], as: UTF8.self) }
    return (yaml, String(decoding: file.bytes[parts.body...], as: UTF8.self), diagnostics, file)
  }

  @Test(arguments: [
    ("---\ntitle: å\n---\nb", "title: å\n", "b"), ("---\ntitle: å\n---\n", "title: å\n", ""),
    ("---\na: b\n---", "a: b\n", ""),
    ("---  \na: b\n--- \t\nc", "a: b\n", "c"), ("---\na: b\n...\nc", "a: b\n", "c"),
    ("---\r\na: b\r\n---\r\nc\r\n", "a: b\n", "c\n"),
    ("\u{FEFF}---\na: b\n---\nc", "a: b\n", "c"), ("---\n---\nc", "", "c"), ("---\n...\n", "", ""),
    ("---\n# a\n---\nc", "# a\n", "c"),
    ("---\na: b\n----\n---\nc", "a: b\n----\n", "c"), ("---\na: |\n  ---\n---\nc", "a: |\n  ---\n", "c"),
    ("---\ra: b\r---\rc", "a: b\n", "c"),
    ("---\na: b\n---\n---\nc", "a: b\n", "---\nc"), ("---\nå: ö\n\n\nb: c\n---\n\n\n", "å: ö\n\n\nb: c\n", "\n\n"),
  ])
  func hasFrontMatter(_ text: String, _ yaml: String, _ body: String) {
    let parts = split(text)
    #expect((parts.yaml, parts.body) == (yaml, body))
    #expect(parts.diagnostics.isEmpty)
  }

  @Test(arguments: [
    "", "\n", "   ", "a: b\n---\n", "---\n\na: b\n---\n", "---", "---\n", "---\ntext\n---\n", "----\na: b\n---\n",
    " ---\na: b\n---\n",
    "--\na: b\n--\n", "...\na: b\n...\n", "\n---\na: b\n---\n", "---\n a: b\n---\n", "***\na: b\n", "--- a: b\n---\n",
    "---\n\n---\n",
  ])
  func hasNone(_ text: String) {
    let parts = split(text)
    #expect(parts.yaml == nil)
    #expect(parts.body == text)
    #expect(parts.diagnostics.isEmpty)
  }

  @Test(arguments: [
    "---\ntitle: å\n", "---\ntitle: å", "---\na: b\n\n# c\n\n--\n", "---\na: b\n ---\n", "---\r\na: b\r\n--- x\r\n",
  ])
  func isNotClosed(_ text: String) {
    let parts = split(text)
    #expect(
      parts.diagnostics.map { "\(parts.file.place($0.place.span)) \($0.id) \($0.severity)" } == [
        "1:1 front-matter error"
      ])
    #expect(parts.body == "")
  }

  /// Line ends and the byte order mark change nothing but themselves.
  @Test(arguments: ["\r\n", "\r", "\n"], ["", "\u{FEFF}"])
  func lineEnds(_ lineEnd: String, _ mark: String) {
    let text = "---\ntitle: å\n---\n# b {{ c.d }}\n\n> e [f](g)\n"
    let read = ReadText(mark + text.replacing("\n", with: lineEnd))
    #expect(read.document.source.bytes == Array(text.utf8))
    #expect(read.document.references.map { read.place($0.span) } == ["4:5"])
    #expect(read.places(.link) == ["6:5"])
  }

  @Test func titlesHoldReferences() {
    let (file, _) = SourceFile.checked(
      path: "a.md", bytes: Array("---\ntitle: \"å \\u00e9 {{ a.b }} – {{ c, long }} {{ å }}\"\n---\n".utf8))
    let node = YAMLReader.read(file, in: FrontMatter.split(file).0.yaml).node?["title"]
    let (template, references, diagnostics) = MarkdownReader.template(
      file, in: node?.span.range ?? 0..<0, text: node?.text ?? "")
    #expect(
      references.map { "\(file.place($0.span)) \($0.path) \($0.format ?? "-")" } == [
        "2:18 a.b -", "2:30 c long", "2:44 å -",
      ])
    #expect(diagnostics.map { file.place($0.place.span) } == ["2:44"])
    #expect(template.pieces.count == 6)
  }
}
