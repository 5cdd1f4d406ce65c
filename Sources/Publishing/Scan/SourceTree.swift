// What is in a site's folder: every file with its bytes, in the order of the paths; and what was refused or left out.

import Glibc
package import Syntax

/// The first stage's result. Nothing after it reads the site's folder, but for files that are copied.
package struct SourceTree: Sendable {
  package struct Entry: Sendable {
    /// Path below the site's folder: `content/steps/risks.it.md`.
    package let path: String
    /// The content of texts (pages, data, templates), the first bytes of images; nil for files that are only copied.
    package let bytes: [UInt8]?
    /// In bytes, as published.
    package let size: Int
    /// Why an image cannot be published.
    package let finding: Diagnostic?

    package init(path: String, bytes: [UInt8]?, size: Int, finding: Diagnostic? = nil) {
      self.path = path
      self.bytes = bytes
      self.size = size
      self.finding = finding
    }
  }

  /// Sorted by the bytes of their paths.
  package var entries: [Entry]
  /// Paths left out by rule: hidden files, backups, README.md.
  package var ignored: [String]
  /// Paths below `content` that could not be used.
  package var refused: [String]
  package var diagnostics: [Diagnostic]

  package init(
    entries: [Entry] = [], ignored: [String] = [], refused: [String] = [], diagnostics: [Diagnostic] = []
  ) {
    self.entries = entries
    self.ignored = ignored
    self.refused = refused
    self.diagnostics = diagnostics
  }

  /// Whether a file may be a table or the workbook of a project, which are data; others are only copied.
  package static func isTable(_ path: String) -> Bool {
    path.utf8.starts(with: "content/projects/".utf8)
      && (path.utf8.reversed().starts(with: ".csv".utf8.reversed()) || isWorkbook(path))
  }

  /// `content/projects/<id>/project.xlsx`.
  package static func isWorkbook(_ path: String) -> Bool {
    path.utf8.starts(with: "content/projects/".utf8) && path.split(separator: "/").count == 4
      && path.split(separator: "/").last == "project.xlsx"
  }

  /// Regular files below `content`: what the conservation line must account for.
  package var foundInContent: Int {
    entries.count { $0.path.utf8.starts(with: "content/".utf8) }
      + ignored.count { $0.utf8.starts(with: "content/".utf8) } + refused.count
  }
}

/// A failure of the file system: what was tried, on which path, and what the system said.
package struct FileError: Error, Sendable {
  package let action: String
  package let path: String
  package let reason: String

  package init(_ action: String, _ path: String, errno code: Int32) {
    self.action = action
    self.path = path
    reason = String(cString: strerror(code))
  }

  package init(_ action: String, _ path: String, _ reason: String) {
    self.action = action
    self.path = path
    self.reason = reason
  }
}
