// Data files are looked at for marks of pages as they are read.

import Site
import Syntax

extension UnreadMarks {
  static func check(data entry: SourceTree.Entry) -> [Diagnostic] {
    check(data: SourceFile(path: entry.path, bytes: entry.bytes ?? []))
  }
}
