// Tries tables: what is one, its cells and alignments, and what a broken one does to its neighbours.

import Testing

@testable import Syntax

@Suite struct TableTests {
  /// The cells of the first table, row by row, as plain text.
  private func rows(_ text: String) -> [[String]] {
    let document = ReadText(text).document
    guard let table = ReadText(text).nodes(.table).first else { return [] }
    return document.children(of: table).map { row in document.children(of: row).map { document.plainText(of: $0) } }
  }

  @Test(arguments: [
    ("| a | b |\n|---|---|\n| c | d |", [["a", "b"], ["c", "d"]]), ("a | b\n--|--\nc | d", [["a", "b"], ["c", "d"]]),
    ("| a | b\n|-|-\n| c | d", [["a", "b"], ["c", "d"]]), ("| a |\n| - |", [["a"]]),
    ("|a|\n|:-:|\n|b|", [["a"], ["b"]]),
    ("| a | b |\n|---|---|\n| c |", [["a", "b"], ["c", ""]]),
    ("| a | b |\n|---|---|\n| c | d | e |", [["a", "b"], ["c", "d"]]),
    ("| a | b |\n|---|---|\n| | d |", [["a", "b"], ["", "d"]]), ("| a | b |\n|---|---|\nc", [["a", "b"], ["c", ""]]),
    ("| a \\| b | c |\n|---|---|\n| \\|\\| | `d \\| e` |", [["a | b", "c"], ["||", "d | e"]]),
    ("| a | b |\n|---|---|\n| ` | ` |", [["a", "b"], ["`", "`"]]),
    ("| a | b |\n|---|---|\n| *c | d* |", [["a", "b"], ["*c", "d*"]]),
    ("| a | b |\n|---|---|\n| [c | d](e) |", [["a", "b"], ["[c", "d](e)"]]),
    ("| \\\\ | b |\n|---|---|", [["\\", "b"]]),
    ("| å | 👩‍👩‍👧 |\n|---|---|\n| e\u{301} | &amp; |", [["å", "👩‍👩‍👧"], ["e\u{301}", "&"]]),
    ("| a |\n|---|\n| # b |\n| - c |", [["a"], ["# b"], ["- c"]]),
    ("| a |\n|---|\n| > b |\n| 1. c |\n| ``` |", [["a"], ["> b"], ["1. c"], ["```"]]),
    ("| a |\n|---|\n| [x]: /y |", [["a"], ["[x]: /y"]]),
    ("| a |\n|---|\n| --- |\n| === |", [["a"], ["---"], ["==="]]), ("| a |\n|---|\n| <!-- b --> c |", [["a"], [" c"]]),
    ("|a|b|\n|---|---|\n|c\\||d|\n|\\\\|e|", [["a", "b"], ["c|", "d"], ["\\", "e"]]),
    ("   | a |\n   |---|\n   | b |", [["a"], ["b"]]), ("| a |\t\n|---|  \n| b |\t", [["a"], ["b"]]),
  ])
  func cells(_ text: String, _ expected: [[String]]) {
    for prefix in ["", "> ", "- ", "10. ", "> - ", "- > "] {
      let other = String(prefix.map { $0 == ">" ? ">" : " " })
      #expect(rows(prefix + text.replacing("\n", with: "\n" + other)) == expected, "\(prefix)")
      #expect(rows("before\n\n" + prefix + text.replacing("\n", with: "\n" + other) + "\n\nafter `") == expected)
    }
  }

  @Test func alignments() {
    let read = ReadText("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 |\n")
    let details = read.nodes(.tableCell).map { read.document.nodes[Int($0)].detail }
    #expect(details == [0, 1, 2, 3, 0, 1, 2, 3])
    #expect(read.nodes(.tableRow).map { read.document.nodes[Int($0)].number } == [1, 0])
  }

  @Test(arguments: [
    "a | b\n---", "| a | b |\n|---|", "| a |\n|-a-|", "| a |\n|:|", "| a |\n| |", "| a |\n|--- ---|", "|---|\n| a |",
    "| a |\n\n|---|", "a\n:-:x", "    | a |\n    |---|", "```\n| a |\n|---|\n```", "# | a |\n|---|", "| a |\n\\|---|",
  ])
  func isNone(_ text: String) {
    #expect(ReadText(text).nodes(.table).isEmpty)
  }

  @Test func onlyWithExtensions() {
    #expect(ReadText("| a |\n|---|", dialect: .commonMark).tree == "paragraph(text\"| a |\" softBreak() text\"|---|\")")
  }

  @Test func paragraphAboveTheHeader() {
    let read = ReadText("one *two*  \nthree {{ a }} \\`\n| b | c |\n|---|---|\n| {{ d }} | ` |\n\nafter")
    #expect(
      read.tree
        == "paragraph(text\"one \" emphasis(text\"two\") lineBreak() text\"three \" {{a}} text\" `\") "
        + "table(tableRow(tableCell(text\"b\") tableCell(text\"c\")) tableRow(tableCell({{d}}) tableCell(text\"`\"))) "
        + "paragraph(text\"after\")")
    // What the cells hold is counted once.
    #expect(read.document.references.map(\.path) == ["a", "d"])
    #expect(read.errors == [])
  }

  @Test func directivesInCellsAreCountedOnce() {
    let read = ReadText("text\n| a |\n|---|\n| :audience[b {{ c }}]{team} [d](e) [[f]] |")
    let document = read.document
    #expect((document.directives.count, document.references.count, document.links.count) == (1, 1, 1))
    #expect(document.pageLinks.count == 1)
    #expect(document.references.first?.scope == 0)
  }

  @Test func definitionsAboveTheHeaderAreNoParagraph() {
    let read = ReadText("[k]: /url\n| [k] |\n|---|\n| b |")
    #expect(read.tree == "table(tableRow(tableCell(link(text\"k\"))) tableRow(tableCell(text\"b\")))")
    #expect(read.places(.link) == ["2:3"])
  }

  @Test func linkDefinitionsServeCells() {
    let read = ReadText("[k]: /url 'title'\n\n| [a][k] | [k] |\n|---|---|\n| ![b][K] | [c][later] |\n\n[later]: /x\n")
    #expect(read.document.links.map { $0.url.constant } == ["/url", "/url", "/url", "/x"])
    #expect(read.places(.link) == ["3:3", "3:12", "5:13"])
  }

  @Test func tooManyColumns() {
    let row = String(repeating: "| a ", count: 101) + "|"
    let line = String(repeating: "|---", count: 101) + "|"
    let read = ReadText("å\n\n> \(row)\n> \(line)\n")
    #expect(read.errors == ["3:3 too-complex"])
    let wide = ReadText("\(row.dropFirst(4))\n\(line.dropFirst(4))")
    #expect(wide.nodes(.tableCell).count == 100)
    #expect(wide.errors == [])
  }

  @Test func excessCellsAreNamed() {
    let read = ReadText("- | a |\n  |---|\n  | b | å | c |\n")
    #expect(read.document.excessCells.map(read.place) == ["3:9", "3:13"])
  }

  @Test func pipesInMarks() {
    let read = ReadText("| [[a|b]] | :mark[c]{dd} |\n|---|---|\n| {{ e }} | x |")
    #expect(read.tree.hasPrefix("table(tableRow(tableCell([[a]]) tableCell(mark(text\"c\")))"))
    #expect(read.document.pageLinks.map(\.label) == ["b"])
  }
}
