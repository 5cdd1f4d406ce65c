// Sheets → an .xlsx file, through libxlsxwriter.

import CXlsxwriter
import Glibc
import Languages
import Syntax

/// A workbook under way. libxlsxwriter writes the file when it is closed.
struct WorkbookWriter {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let formats: WorkbookFormats
  private let path: String

  /// Rows below the last record that take new ones, with the same lists to choose from.
  private static let newRows = 500
  /// The widest list of words that Excel takes. (ECMA-376, 18.3.1.33: 255 characters)
  private static let longestList = 255

  /// `created` is what the file says of its making, so that the same data gives the same bytes.
  static func write(_ sheets: [WorkbookSheet], guide: [[String]], guideName: String, created: Day, to path: String)
    throws
  {
    guard let book = workbook_new(path) else { throw FileError("write", path, errno: errno) }
    let writer = WorkbookWriter(book: book, formats: WorkbookFormats(book), path: path)
    writer.setCreated(created)
    writer.add(guide, named: guideName)
    for sheet in sheets { try writer.add(sheet) }
    // Closing frees the workbook, also when it fails.
    let code = workbook_close(book)
    guard code == LXW_NO_ERROR else { throw writer.failure(code) }
  }

  private func failure(_ code: lxw_error) -> FileError {
    FileError("write", path, lxw_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)")
  }

  private func setCreated(_ day: Day) {
    var properties = lxw_doc_properties()
    properties.created = time_t(day.number) * 86_400
    workbook_set_properties(book, &properties)
  }

  // MARK: Sheets

  private func add(_ guide: [[String]], named name: String) {
    guard let sheet = workbook_add_worksheet(book, name) else { return }
    worksheet_set_column(sheet, 0, 0, 28, formats.text)
    worksheet_set_column(sheet, 1, 1, 90, formats.text)
    for (row, cells) in guide.enumerated() {
      for (column, text) in cells.enumerated() {
        let format = row == 0 ? formats.heading : column == 0 && cells.count > 1 ? formats.title : formats.text
        worksheet_write_string(sheet, UInt32(row), UInt16(column), text, format)
      }
    }
    worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    setUpPrint(sheet)
  }

  /// A4 across, all columns on a page, the header on each.
  private func setUpPrint(_ sheet: UnsafeMutablePointer<lxw_worksheet>) {
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_repeat_rows(sheet, 0, 0)
  }

  private func add(_ content: WorkbookSheet) throws {
    guard let sheet = workbook_add_worksheet(book, content.name) else {
      throw FileError("write", path, "the sheet \(content.name) cannot be made")
    }
    let lastRow = UInt32(content.rows.count + Self.newRows)
    for (index, column) in content.columns.enumerated() {
      let at = UInt16(index)
      let width = content.rows.map { $0[index].width }.max() ?? 0
      let shown = Double(min(max(width, column.header.unicodeScalars.count, 8), 60) + 2)
      worksheet_set_column(sheet, at, at, shown, formats.format(column.form, isLocked: column.isComputed))
      worksheet_write_string(sheet, 0, at, column.header, formats.header)
      worksheet_write_comment(sheet, 0, at, column.note)
      limit(sheet, at, lastRow, column)
    }
    for (row, cells) in content.rows.enumerated() {
      for (index, cell) in cells.enumerated() {
        let column = content.columns[index]
        let format = formats.format(
          cell.form(in: column.form), isLocked: column.isLocked && cell != .empty || column.isComputed)
        let code = write(cell, sheet, UInt32(row + 1), UInt16(index), format)
        guard code == LXW_NO_ERROR else {
          throw FileError(
            "write", path, "sheet \(content.name), row \(row + 2), column \(column.header): \(failure(code).reason)")
        }
      }
    }
    worksheet_freeze_panes(sheet, 1, 1)
    worksheet_autofilter(sheet, 0, 0, UInt32(max(content.rows.count, 1)), UInt16(max(content.columns.count, 1) - 1))
    protect(sheet)
    setUpPrint(sheet)
  }

  /// Without a password: what is locked is protected from slips, not from people.
  private func protect(_ sheet: UnsafeMutablePointer<lxw_worksheet>) {
    var options = lxw_protection()
    options.format_cells = 1
    options.format_columns = 1
    options.format_rows = 1
    options.insert_columns = 1
    options.insert_rows = 1
    options.delete_columns = 1
    options.delete_rows = 1
    options.sort = 1
    options.autofilter = 1
    worksheet_protect(sheet, nil, &options)
  }

  private func write(
    _ cell: WorkbookCell, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16,
    _ format: UnsafeMutablePointer<lxw_format>?
  ) -> lxw_error {
    switch cell {
    case .empty: return worksheet_write_blank(sheet, row, column, format)
    case .text(let text): return worksheet_write_string(sheet, row, column, text, format)
    case .number(let number): return worksheet_write_number(sheet, row, column, number, format)
    case .day(let day): return write(day, minutes: 0, sheet, row, column, format)
    case .moment(let day, let minutes): return write(day, minutes: minutes, sheet, row, column, format)
    }
  }

  private func write(
    _ day: Day, minutes: Int, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16,
    _ format: UnsafeMutablePointer<lxw_format>?
  ) -> lxw_error {
    var time = lxw_datetime()
    (time.year, time.month, time.day) = (Int32(day.year), Int32(day.month), Int32(day.day))
    (time.hour, time.min) = (Int32(minutes / 60), Int32(minutes % 60))
    return worksheet_write_datetime(sheet, row, column, &time, format)
  }

  /// A list to choose from; other values are warned about, since a cell may hold what the sheet does not know yet.
  private func limit(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ column: UInt16, _ lastRow: UInt32, _ content: WorkbookColumn
  ) {
    var rule = lxw_data_validation()
    rule.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    rule.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
    switch content.choices {
    case .ids(let name):
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      "='\(name)'!$A$2:$A$\(Self.newRows + 2)".withCString { formula in
        rule.value_formula = UnsafeMutablePointer(mutating: formula)
        _ = worksheet_data_validation_range(sheet, 1, column, lastRow, column, &rule)
      }
    case .words(let words):
      guard words.joined(separator: ",").utf16.count <= Self.longestList else { return }
      rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      var list: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
      defer { for pointer in list { free(pointer) } }
      list.withUnsafeMutableBufferPointer { buffer in
        rule.value_list = buffer.baseAddress
        _ = worksheet_data_validation_range(sheet, 1, column, lastRow, column, &rule)
      }
    case nil: return
    }
  }
}

/// How cells look, by what stands in their column.
struct WorkbookFormats {
  let header, heading, title, text: UnsafeMutablePointer<lxw_format>?
  private let byForm:
    [WorkbookColumn.Form: (open: UnsafeMutablePointer<lxw_format>?, locked: UnsafeMutablePointer<lxw_format>?)]

  init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    func format(_ pattern: String, isLocked: Bool) -> UnsafeMutablePointer<lxw_format>? {
      let format = workbook_add_format(book)
      format_set_num_format(format, pattern)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      if isLocked {
        format_set_bg_color(format, 0xEEF1F4)
      } else {
        format_set_unlocked(format)
      }
      format_set_text_wrap(format)
      return format
    }
    // Texts as texts: Excel makes days of 1.5 and 2026-03 otherwise.
    let patterns: [(WorkbookColumn.Form, String)] = [
      (.text, "@"), (.day, "yyyy-mm-dd"), (.moment, "yyyy-mm-dd hh:mm"), (.number, "General"), (.integer, "0"),
    ]
    // In this order, so that the file is the same each time.
    byForm = Dictionary(
      uniqueKeysWithValues: patterns.map { ($0, (format($1, isLocked: false), format($1, isLocked: true))) })
    (header, heading) = (workbook_add_format(book), workbook_add_format(book))
    (title, text) = (workbook_add_format(book), workbook_add_format(book))
    for bold in [header, heading, title] { format_set_bold(bold) }
    format_set_font_size(heading, 14)
    format_set_bg_color(header, 0xDCE6F0)
    format_set_bottom(header, UInt8(LXW_BORDER_THIN.rawValue))
    for wrapped in [title, text] {
      format_set_text_wrap(wrapped)
      format_set_align(wrapped, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
  }

  func format(_ form: WorkbookColumn.Form, isLocked: Bool) -> UnsafeMutablePointer<lxw_format>? {
    byForm[form].flatMap { isLocked ? $0.locked : $0.open }
  }
}
