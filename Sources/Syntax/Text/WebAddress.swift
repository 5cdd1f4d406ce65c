// An address that may stand in a link: relative, or of a scheme that cannot run anything.

/// A checked link target. Schemes are allowed by list, because a list of forbidden ones is never complete.
package struct WebAddress: Sendable {
  package static let allowedSchemes = ["http", "https", "mailto", "tel"]

  package let bytes: [UInt8]

  /// Why a text is no address.
  package enum Problem: Error, Equatable {
    /// `javascript:`, `data:`, `vbscript:` … with the scheme as written.
    case scheme(String)
    /// `//host` and `\\host` point at another host with whatever scheme the page has.
    case host
    /// A control character; browsers delete some of them, so that `java\tscript:` would run.
    case control
    /// A character that is not seen, or that turns the direction of what follows: the address is not what it looks like.
    case invisible
  }

  /// Checks an address as it will be followed: entities and escapes already decoded.
  package init(checking text: String) throws(Problem) {
    let bytes = Array(text.utf8)
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 || TextCheck.isControl(scalar.value) || TextCheck.isNonCharacter(scalar.value) {
        throw .control
      }
      if TextCheck.isInvisible(scalar.value) { throw .invisible }
    }
    if Self.namesHost(bytes) { throw .host }
    if let scheme = Self.scheme(of: bytes), !Self.allowedSchemes.contains(scheme) { throw .scheme(scheme) }
    self.bytes = bytes
  }

  /// An address this program made itself: a route of the site.
  package init(route: String) { bytes = Array(route.utf8) }

  /// An address as the conformance tests of CommonMark want it: not checked. Never for a site.
  package init(unchecked text: String) { bytes = Array(text.utf8) }

  /// What stands before the first colon, if that colon comes before any `/`, `?` or `#`; in small letters, without the
  /// white space that browsers ignore. Anything there that is not on the list is refused, well-formed or not.
  static func scheme(of bytes: [UInt8]) -> String? {
    guard let end = bytes.firstIndex(where: { ":/?#".utf8.contains($0) }), bytes[end] == UInt8(ascii: ":") else {
      return nil
    }
    let letters = bytes[..<end].filter { $0 != 0x20 }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Whether a text is relative to the page it stands on.
  package static func isRelative(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return scheme(of: bytes) == nil && !namesHost(bytes)
  }

  /// `//host`, and what browsers read as that: either slash, in any mix.
  private static func namesHost(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(2)
    return start.count == 2 && start.allSatisfy { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
  }
}
