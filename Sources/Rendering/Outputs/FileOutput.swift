// Files beside the pages that a page of the edition links to: copied to `files/`.

import Site

enum FileOutput: OutputKind {
  static func outputs(of site: Site) -> [Output] {
    site.files.map { Output(path: route(of: $0.path), mediaType: mediaType(of: $0.path), content: .file($0.path)) }
  }

  /// Files are copied; nothing is drawn.
  static func draw(_ number: Int, _ view: PageView) -> [UInt8] { [] }

  /// Where a file of `content` stands in an edition.
  static func route(of path: String) -> String { "files/" + path }

  private static let mediaTypes = [
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp", "gif": "image/gif",
    "svg": "image/svg+xml", "pdf": "application/pdf", "csv": "text/csv", "txt": "text/plain", "zip": "application/zip",
  ]

  private static func mediaType(of path: String) -> String {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return mediaTypes[ending] ?? "application/octet-stream"
  }
}
