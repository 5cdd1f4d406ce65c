// Documents for readers outside the house: what their programs wrote into them about who made them is not taken out.

import Syntax
import Transition

enum DocumentChecks {
  /// Formats that say nothing but what they show. All others may have properties: author, company, place, time.
  private static let plain: Set<String> = ["txt", "csv", "tsv", "json", "ics", "srt", "vtt"]

  static func check(_ site: Site) -> [Diagnostic] {
    guard site.edition.readers.audience < .internal else { return [] }
    return site.files.compactMap { file in
      guard !ImageSize.isImage(file.path), !plain.contains(ImageSize.ending(file.path)),
        let rule = FileRule.find(file.path, in: site.configuration), !rule.keepsMetadata
      else { return nil }
      return unchecked(file.path, rule)
    }
  }

  private static func unchecked(_ path: String, _ rule: FileRule) -> Diagnostic {
    Diagnostic(
      "attachment-metadata", .warning, at: rule.place,
      "the properties of \(path) go out with it: names of authors, companies, earlier texts",
      rule:
        "a document that leaves the house says only what its readers may know; images are cleaned, documents are not",
      help: """
        remove its properties and look at it, then write \(path): { audience: \(rule.audience.rawValue), metadata: keep }
        """)
  }
}
