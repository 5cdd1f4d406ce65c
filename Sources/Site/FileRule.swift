// What `files` in `site.yaml` says of a file beside the pages: the entry that names it, or the nearest folder around it.

import Syntax
import Transition

struct FileRule {
  let audience: Audience
  /// Whether somebody looked at what the document says of its authors.
  let keepsMetadata: Bool
  let place: Place

  static func find(_ path: String, in configuration: SiteConfiguration) -> FileRule? {
    let matching = (configuration.record[SiteFields.files]?.entries ?? []).filter { entry in
      let isFolder = entry.key.utf8.last == UInt8(ascii: "/")
      return isFolder ? path.utf8.starts(with: entry.key.utf8) : path == entry.key
    }
    guard let entry = matching.max(by: { $0.key.utf8.count < $1.key.utf8.count }) else { return nil }
    let record = Record.from(entry.value.value)
    guard let name = record?[FileFields.audience] ?? String.from(entry.value.value),
      let audience = Audience(rawValue: name)
    else { return nil }
    return FileRule(
      audience: audience, keepsMetadata: record?[FileFields.metadata] != nil,
      place: Place(configuration.record.file, entry.value.span))
  }
}
