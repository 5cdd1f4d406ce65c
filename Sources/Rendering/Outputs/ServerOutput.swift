// `_nginx.conf`: the same headers and the pages not found, to be included in a server block of nginx.

import Site

enum ServerOutput: OutputKind {
  static let path = "_nginx.conf"

  static func outputs(of site: Site) -> [Output] {
    [Output(path: path, mediaType: "text/plain", content: .drawn(self, 0))]
  }

  static func draw(_ number: Int, _ view: PageView) -> [UInt8] {
    let edition = view.site.edition
    let base = edition.path
    let headers = SecurityHeaders.all(for: edition).map { "add_header \($0.name) \"\($0.value)\" always;" }
    var lines = [
      "# Include this in the server block that serves the edition \"\(edition.name)\":",
      "#   server { root /path/to/\(edition.name); include /path/to/\(edition.name)/\(path); }",
      "charset utf-8;", "index index.html;",
    ]
    lines += headers
    lines += ["error_page 404 \(base)\(NotFoundOutput.fileName);"]
    for language in view.site.languages {
      let folder = base + language.tag.code + "/"
      lines.append("location \(folder) { error_page 404 \(folder)\(NotFoundOutput.fileName); }")
    }
    // A location with a header of its own inherits none.
    lines.append("location = \(base)\(StyleOutput.path) {")
    lines += headers.map { "  " + $0 } + ["  add_header Cache-Control \"\(SecurityHeaders.longCache)\" always;", "}"]
    lines.append("location ~ /(\\.|_headers$|_nginx\\.conf$) { return 404; }")
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
