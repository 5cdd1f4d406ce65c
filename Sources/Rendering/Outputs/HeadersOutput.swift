// `_headers`: what hosts that read such a file (Netlify, Cloudflare Pages and their kin) send with every answer.

import Site

enum HeadersOutput: OutputKind {
  static let path = "_headers"

  static func outputs(of site: Site) -> [Output] {
    [Output(path: path, mediaType: "text/plain", content: .drawn(self, 0))]
  }

  static func draw(_ number: Int, _ view: PageView) -> [UInt8] {
    let edition = view.site.edition
    var text = "\(edition.path)*\n"
    for (name, value) in SecurityHeaders.all(for: edition) { text += "  \(name): \(value)\n" }
    text += "\(edition.path)\(StyleOutput.path)\n  Cache-Control: \(SecurityHeaders.longCache)\n"
    return Array(text.utf8)
  }
}

/// The headers that keep a page what it is: nothing runs, nothing comes from elsewhere, nothing frames it.
enum SecurityHeaders {
  /// The policy in every page's own head, for hosts that send no headers and for pages opened from a folder.
  static let policy =
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"

  /// The style sheet's address changes with its content.
  static let longCache = "public, max-age=31536000, immutable"

  static func all(for edition: Edition) -> [(name: String, value: String)] {
    var headers = [
      ("Content-Security-Policy", policy + "; frame-ancestors 'none'"),
      ("X-Content-Type-Options", "nosniff"),
      ("Referrer-Policy", "same-origin"),
      ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
      ("Cross-Origin-Opener-Policy", "same-origin"),
    ]
    if edition.readers.audience != .public { headers.append(("X-Robots-Tag", "noindex, nofollow")) }
    return headers
  }
}
