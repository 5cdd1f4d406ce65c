// Where bytes stand in bytes: signatures of formats, words that announce something.

internal import CSupport

/// Looks for runs of bytes, so that no text is compared character by character.
package enum ByteSearch {
  /// The first place from `start` on; nil where there is none, and for nothing wanted.
  package static func first(_ wanted: [UInt8], in bytes: [UInt8], from start: Int = 0) -> Int? {
    guard !wanted.isEmpty, start >= 0, start + wanted.count <= bytes.count else { return nil }
    return bytes.withUnsafeBytes { text in
      guard let base = text.baseAddress,
        let hit = staffetta_find(base + start, text.count - start, wanted, wanted.count)
      else {
        return nil
      }
      return hit - base
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
