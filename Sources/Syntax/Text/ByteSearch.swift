// Where bytes stand in bytes: signatures of formats, words that announce something.

internal import Glibc

/// Looks for runs of bytes, so that no text is compared character by character.
package enum ByteSearch {
  /// The first place from `start` on; nil where there is none, and for nothing wanted.
  package static func first(_ wanted: [UInt8], in bytes: [UInt8], from start: Int = 0) -> Int? {
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

  package static func first(_ wanted: String, in bytes: [UInt8], from start: Int = 0) -> Int? {
    first(Array(wanted.utf8), in: bytes, from: start)
  }

  /// What follows each occurrence, up to the end.
  package static func rests(after wanted: String, in bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    let wanted = Array(wanted.utf8)
    var rests: [ArraySlice<UInt8>] = []
    var at = 0
    while let found = first(wanted, in: bytes, from: at) {
      rests.append(bytes[(found + wanted.count)...])
      at = found + 1
    }
    return rests
  }
}
