// A project as a workbook on disk: written beside its place, then put there as a whole.

import Foundation
import Syntax
import Transition

extension ProjectTables {
  /// Writes all records of the project into an .xlsx file, whoever may see them.
  package func exportWorkbook(to path: String, replaces: Bool, _ wording: Wording) throws {
    let errors = diagnostics.filter {
      $0.severity == .error && $0.place.path.utf8.starts(with: "content/projects/\(project.id)/".utf8)
    }
    // A record that was not understood would be missing from the workbook, or lack fields.
    guard errors.isEmpty else { throw Findings(diagnostics: errors.sortedForReport()) }
    let sheets = WorkbookExport(
      project: project, sourceLanguage: sourceLanguage, titles: titles, wording: wording
    ).sheets()
    try AtomicFile.make(path, replaces: replaces) { temporary in
      try WorkbookWriter.write(
        sheets, guide: WorkbookGuide.rows(sheets, project: project.id, wording), guideName: WorkbookRecords.guide,
        created: asOf.day, to: temporary)
    }
  }
}
