// The style sheet: the theme's, and behind it the edition's accent.

import Site

enum StyleOutput: OutputKind {
  static let path = "style.css"

  static func outputs(of site: Site) -> [Output] {
    [Output(path: path, mediaType: "text/css", content: .drawn(self, 0))]
  }

  static func draw(_ number: Int, _ view: PageView) -> [UInt8] { view.style.bytes }
}

/// The bytes of an edition's style sheet, and a name for their version.
struct StyleSheet: Sendable {
  let bytes: [UInt8]
  let version: String

  /// Components have rules of their own, which an edition without any does not carry.
  init(_ theme: Theme, _ edition: Edition, hasComponents: Bool) {
    bytes =
      theme.style + (hasComponents ? theme.status + theme.figures : [])
      + (edition.accent.map { Array(Self.rules(for: $0).utf8) } ?? [])
    version = Self.version(of: bytes)
  }

  /// The selector is said twice so that it wins over the theme's accent for the audience.
  private static func rules(for accent: AccentColour) -> String {
    """
    :root:root { --accent: \(accent.text); }
    @media (prefers-color-scheme: dark) { :root:root { --accent: \(accent.onDark.text); } }
    @media print { :root:root { --accent: \(accent.text); } }

    """
  }

  /// FNV-1a over the bytes: a name for a version, not a secret.
  private static func version(of bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return String(hash, radix: 36)
  }
}
