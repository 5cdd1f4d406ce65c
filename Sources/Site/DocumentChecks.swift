// Documents for readers outside the house: what their programs wrote into them about who made them is not taken out.

import Syntax
import Transition

enum DocumentChecks {
  /// Formats that hold properties (author, company, place, time) and are copied as they are.
  private static let formats: Set<String> = [
    "docx", "docm", "dotx", "xlsx", "xlsm", "xltx", "pptx", "pptm", "potx", "doc", "xls", "ppt", "rtf", "odt", "ods",
    "odp", "odg", "pages", "numbers", "key", "vsdx", "epub", "pdf", "zip", "7z", "tar", "gz", "tgz", "rar",
    "heic", "heif", "avif", "tif", "tiff", "psd", "ai", "eps", "mp3", "m4a", "wav", "mp4", "m4v", "mov", "webm", "avi",
  ]

  static func check(_ site: Site) -> [Diagnostic] {
    guard site.edition.readers.audience < .internal else { return [] }
    return site.files.compactMap { file in
      guard formats.contains(ImageSize.ending(file.path)),
        let rule = FileRule.find(file.path, in: site.configuration), !rule.keepsMetadata
      else { return nil }
      return unchecked(file.path, rule)
    }
  }

  private static func unchecked(_ path: String, _ rule: FileRule) -> Diagnostic {
    Diagnostic(
      "attachment-metadata", .warning, at: rule.place,
      "the properties of \(path) go out with it: names of authors, companies, earlier texts",
      rule: "a document that leaves the house says only what its readers may know; images are cleaned, documents are not",
      help: "remove its properties and look at it, then write"
        + " \(path): { audience: \(rule.audience.rawValue), metadata: keep }")
  }
}
