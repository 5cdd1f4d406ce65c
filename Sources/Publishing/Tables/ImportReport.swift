// What an import says about itself: a line for each row in a trial, and one in all.

import Glibc
package import Transition

extension TableImport {
  /// The rows as columns of text.
  package var lines: [String] {
    var table = [["row", "change", "id", "title"]]
    for row in rows {
      table.append([
        String(row.number), row.change.rawValue, row.id + (row.isIDAssigned ? " (assigned)" : ""),
        Self.short(row.title),
      ])
    }
    for id in removed { table.append(["-", "removed", id, ""]) }
    let widths = (0..<3).map { column in table.map { $0[column].unicodeScalars.count }.max() ?? 0 }
    return table.map { cells in
      zip(cells, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.unicodeScalars.count)
      }.joined(separator: "  ") + (cells[3].isEmpty ? "" : "  " + cells[3])
    }
  }

  package var summary: String {
    let parts = [Change.new, .changed, .same].map { change in (change.rawValue, rows.count { $0.change == change }) }
    let counts = (parts + [("removed", removed.count)]).filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
    let records = "\(rows.count) record\(rows.count == 1 ? "" : "s")"
    return "\(path): \(([records] + counts).joined(separator: ", "))"
  }

  private static func short(_ text: String) -> String {
    (text.split(separator: "\n").first.map(String.init) ?? "").shortened(to: 60)
  }
}

extension String {
  /// Cut with … where it is longer than a line of a report has room for.
  func shortened(to length: Int) -> String {
    unicodeScalars.count <= length ? self : String(prefix(length - 1)) + "…"
  }
}

extension ProjectTables {
  /// Refuses to write a second source of the same records, and, unless it `replaces`, to write over one.
  package func checkSources(_ schema: EntitySchema, replaces: Bool) throws {
    let target = site + "/" + path(of: schema)
    for ending in ["csv", "yml"] where access(site + "/" + path(of: schema, ending), F_OK) == 0 {
      throw RequestError(
        message: "\(path(of: schema, ending)) is a source of the same records; move it out of the project first")
    }
    if !replaces, access(target, F_OK) == 0 { throw AtomicFile.exists(path(of: schema)) }
  }
}
