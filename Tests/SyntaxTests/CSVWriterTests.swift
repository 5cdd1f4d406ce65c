// Tries the CSV writer: what a spreadsheet would run is a text, numbers stay numbers, and every table comes back.

import TestRandom
import Testing

@testable import Syntax

@Suite struct CSVWriterTests {
  private func written(_ cells: [CSVWriter.Cell], separator: UInt8 = UInt8(ascii: ";")) -> String {
    var writer = CSVWriter(separator: separator, hasMark: false)
    writer.row(cells)
    return String(decoding: writer.bytes.dropLast(2), as: UTF8.self)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("-5", "'-5"), ("+39 02", "'+39 02"), ("@x", "'@x"), ("\t=x", "\"'\t=x\""), ("＝1", "'＝1"),
    ("＋1", "'＋1"), ("－1", "'－1"), ("＠x", "'＠x"), ("\n=x", "\"'\n=x\""), (" =x", "\"' =x\""), ("'=x", "''=x"),
    ("'x", "'x"), ("''-x", "'''-x"), ("a=b", "a=b"), ("", ""), ("=\"a\"", "\"'=\"\"a\"\"\""), ("a;b", "\"a;b\""),
    ("a,b", "\"a,b\""), (" a", "\" a\""), ("# x", "\"# x\""), ("\t", "\"'\t\""), ("－", "'－"), ("\u{FF0A}", "\u{FF0A}"),
  ])
  func texts(_ text: String, _ expected: String) {
    #expect(written([.text(text)]) == expected)
  }

  @Test func numbersStayNumbers() {
    #expect(written([.number("-5"), .number("3.50"), .empty, .number("12")]) == "-5;3,50;;12")
    #expect(written([.number("-5"), .number("3.50")], separator: UInt8(ascii: ",")) == "-5,3.50")
    #expect(written([.number("-1+cmd|x"), .number("=1")]) == "'-1+cmd|x;'=1")
  }

  @Test func excelOpensIt() {
    var writer = CSVWriter()
    writer.row([.text("å"), .number("1")])
    #expect(writer.bytes == [0xEF, 0xBB, 0xBF] + Array("å;1\r\n".utf8))
  }

  /// Another seed may be put here to look further; a failure names the table that it was found with.
  static let seed: UInt64 = 20_261_122

  private static let tokens = [
    "a", "å", "👩‍👩‍👧", "e\u{301}", "\"", "\"\"", ";", ",", "\t", "\n", " ", "'", "''", "=", "+", "-", "@", "＝", "＠",
    "\u{A0}", "#", ": ", "sep=;", "1", "3.5", "[comma]", "null", "~", "{{ a }}", "\u{2028}",
  ]

  private func text(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...6, using: &generator)).map { _ in Self.tokens.randomElement(using: &generator) ?? "" }
      .joined()
  }

  @Test(arguments: CSVDialect.separators)
  func tablesComeBack(_ separator: UInt8) {
    var generator = SeededGenerator(seed: Self.seed &+ UInt64(separator))
    for _ in 0..<400 {
      let width = Int.random(in: 1...5, using: &generator)
      let header = (0..<width).map { "c\($0)" }
      let rows = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        (0..<width).map { _ in Bool.random(using: &generator) ? text(&generator) : "" }
      }.filter { $0.contains { !$0.isEmpty } }
      var writer = CSVWriter(separator: separator)
      for row in [header] + rows { writer.row(row.map { $0.isEmpty ? .empty : .text($0) }) }
      expect([header] + rows, writer.bytes, separator)
    }
  }

  private func expect(_ texts: [[String]], _ bytes: [UInt8], _ separator: UInt8) {
    let (file, problems) = SourceFile.decodedTable(path: "a.csv", bytes: bytes)
    let (table, findings) = CSVReader.read(file, dialect: CSVDialect(separator: separator))
    let isSame = table?.texts == texts && (problems + findings).isEmpty
    if !isSame {
      Issue.record("seed \(Self.seed): \(texts) → \(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  /// A column's name may be anything, too; it comes back if it declares nothing.
  @Test func headersComeBack() {
    var generator = SeededGenerator(seed: Self.seed)
    for _ in 0..<400 {
      let names = (0..<3).map { "\(text(&generator))\($0)" }
      var writer = CSVWriter()
      writer.row(names.map { .text($0) })
      let table = CSVReader.read(SourceFile.decodedTable(path: "a.csv", bytes: writer.bytes).file).table
      #expect(table?.columns.map(\.name) == names || table?.separator != UInt8(ascii: ";"), "\(names)")
    }
  }

  @Test func randomBytesNeverCrash() {
    var generator = SeededGenerator(seed: Self.seed)
    let tokens: [[UInt8]] =
      Self.tokens.map { Array($0.utf8) } + [
        [0x00], [0xFF, 0xFE], [0xE4], [0x0D, 0x0A], [0x0D], [0x92], [0xEF, 0xBB, 0xBF],
      ]
    for _ in 0..<3000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...40, using: &generator) { bytes += tokens.randomElement(using: &generator) ?? [] }
      check(bytes)
      check((0..<Int.random(in: 0...80, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
  }

  private func check(_ bytes: [UInt8]) {
    let (file, problems) = SourceFile.decodedTable(path: "a.csv", bytes: bytes)
    let (table, findings) = CSVReader.read(file)
    let spans =
      (problems + findings).filter { $0.place.file === file }.map(\.place.span) + (table?.columns.map(\.span) ?? [])
      + (table?.rows.flatMap { [$0.span] + $0.cells.map(\.span) } ?? [])
    for span in spans where span.start < 0 || span.start > span.end || Int(span.end) > file.bytes.count {
      Issue.record("\(span) is not in \(bytes)")
    }
    for row in table?.texts.dropFirst() ?? [] {
      for cell in row {
        _ = try? CSVForms().day(cell)
        _ = try? CSVForms(decimals: .comma).number(cell)
        _ = try? CSVForms().number(cell)
      }
    }
  }
}
