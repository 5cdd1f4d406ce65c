// The logo that `site.yaml` names: an image of the content that the edition's readers may see.

import Syntax
import Transition

enum SiteLogo {
  static func find(
    in content: ParsedContent, for edition: Edition, _ names: NameIndex, _ diagnostics: inout [Diagnostic]
  ) -> ContentFile? {
    let record = content.configuration.record
    guard let path = record[SiteFields.logo] else { return nil }
    if let file = content.files.first(where: { $0.path == path }) {
      if file.image == nil, !ImageSize.isImage(path) { diagnostics.append(noImage(path, record)) }
      return file.image == nil ? nil : file
    }
    diagnostics.append(missing(path, record, edition, exists: names.audience(ofFile: path) != nil))
    return nil
  }

  private static func missing(_ path: String, _ record: Record, _ edition: Edition, exists: Bool) -> Diagnostic {
    Diagnostic(
      "logo", at: record.place(of: "logo"),
      exists
        ? "the logo is not for the readers of the edition \"\(edition.name)\"" : "there is no file content/\(path)",
      rule: "a logo is an image below content that every edition's readers may see",
      help: exists ? "open it: files: { \(path): public }" : "correct the path, or put the file there")
  }

  private static func noImage(_ path: String, _ record: Record) -> Diagnostic {
    Diagnostic(
      "logo", at: record.place(of: "logo"), "\(path) is not an image", rule: "a logo is a PNG, JPEG, GIF, WebP or SVG",
      help: "name an image")
  }
}
