// HTML comments: authors may write them, readers never get them.

package enum HTMLComments {
  /// The HTML without its comments. One that is not closed takes everything after it.
  package static func removed(from html: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(html)
    var visible: [UInt8] = []
    var at = 0
    while at < bytes.count {
      guard bytes[at...].starts(with: "<!--".utf8) else {
        visible.append(bytes[at])
        at += 1
        continue
      }
      at = end(of: bytes, from: at + 4) ?? bytes.count
    }
    return visible
  }

  /// Whether nothing but comments and white space is in it.
  package static func isAll(of html: some Collection<UInt8>) -> Bool {
    removed(from: html).allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
  }

  private static func end(of bytes: [UInt8], from start: Int) -> Int? {
    var at = start
    while at + 3 <= bytes.count {
      if bytes[at...].starts(with: "-->".utf8) { return at + 3 }
      at += 1
    }
    return nil
  }
}
