// Where bytes stand in bytes: signatures of formats, words that announce something.

import Glibc

enum ByteSearch {
  /// The first place from `start` on; nil where there is none.
  static func first(_ wanted: [UInt8], in bytes: [UInt8], from start: Int = 0) -> Int? {
    guard let first = wanted.first, start >= 0 else { return nil }
    return bytes.withUnsafeBytes { text in
      var at = start
      while at + wanted.count <= text.count, let base = text.baseAddress {
        guard let hit = memchr(base + at, Int32(first), text.count - at - wanted.count + 1) else { return nil }
        at = UnsafeRawPointer(hit) - base
        if text[at..<at + wanted.count].elementsEqual(wanted) { return at }
        at += 1
      }
      return nil
    }
  }
}
