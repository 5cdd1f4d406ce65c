// What cells of a sheet mean: days with a mark, numbers as a spreadsheet stores them, escaped signs.

import Syntax
import Testing

@testable import Transition

@Suite struct SheetCellTests {
  private static let day = "\u{2}2026-03-02T00:00:00.000000"

  @Test(arguments: [
    (day, FieldKind.day, "2026-03-02"), ("\u{2}2026-03-02T08:29:59.999999", .moment, "2026-03-02T08:30"),
    ("\u{2}2026-03-01T00:00:00.000000", .month, "2026-03"), ("\u{2}T08:30:00", .text, "08:30"),
    ("\u{2}2026-03-02T23:59:59.999999", .moment, "2026-03-03T00:00"), ("2 mars", .day, "2 mars"),
    (day, .anyOf([.day, .text]), "2026-03-02"),
  ]) func aDayIsReadAsItsField(_ cell: String, _ kind: FieldKind, _ text: String) throws {
    #expect(try SheetDays.text(cell, kind) == text)
  }

  @Test(arguments: [
    (day, FieldKind.number(nil)), (day, .text), (day, .period), ("\u{2}2026-03-02T00:00:00.000000", .month),
    ("\u{2}2026-03-02T08:30:00.000000", .day), ("\u{2}T08:30:00", .day),
  ]) func aDayThatIsNoneIsSaid(_ cell: String, _ kind: FieldKind) {
    #expect(throws: CSVValueProblem.self) { try SheetDays.text(cell, kind) }
  }

  @Test(arguments: [
    ("a_x000D_\nb", "a\nb"), (" padded \n", "padded"), ("_x005F_x000D_", "_x000D_"), ("_x0009_", "\t"),
    ("a_xyz_b", "a_xyz_b"), ("_x12", "_x12"),
  ]) func textsAreDecoded(_ cell: String, _ text: String) {
    #expect(SheetText.decoded(cell) == text)
  }
}
