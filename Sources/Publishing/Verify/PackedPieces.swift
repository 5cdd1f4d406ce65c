// Pieces packed into other bytes without a list of them: streams of zlib's in a PDF or a picture, base64 in a style.

import Syntax

/// Finds such pieces, with where they begin.
enum PackedPieces {
  struct Stream {
    let start: Int
    let inflated: Inflated
  }

  /// What zlib writes first, by how hard it was asked to try.
  private static let secondBytes: Set<UInt8> = [0x01, 0x5E, 0x9C, 0xDA]
  private static let shortest = 8
  /// Beginnings that come by chance are given up at once; that many are no chance.
  static let mostAttempts = 20_000

  /// The streams of zlib's form in some bytes. `isComplete` is false when the search was given up.
  static func streams(in bytes: [UInt8], _ budget: inout InflationBudget) -> (streams: [Stream], isComplete: Bool) {
    var streams: [Stream] = []
    var (at, attempts) = (0, 0)
    while let start = bytes[at...].firstIndex(of: 0x78), start + 1 < bytes.count {
      at = start + 1
      guard secondBytes.contains(bytes[start + 1]) else { continue }
      attempts += 1
      guard attempts <= mostAttempts, budget.left > 0 else { return (streams, false) }
      let inflated = budget.inflate(bytes[start...], .zlib)
      guard inflated.bytes.count >= shortest else { continue }
      streams.append(Stream(start: start, inflated: inflated))
      at = max(at, start + inflated.consumed)
    }
    return (streams, true)
  }

  // MARK: base64

  private static let announcement = Array("base64,".utf8)

  /// The data of `data:` addresses in a text.
  static func dataAddresses(in text: [UInt8]) -> [(start: Int, bytes: [UInt8])] {
    var found: [(start: Int, bytes: [UInt8])] = []
    var at = 0
    while let mark = ByteSearch.first(announcement, in: text, from: at) {
      let start = mark + announcement.count
      let (bytes, end) = decode(text, start)
      if bytes.count >= shortest { found.append((mark, bytes)) }
      at = max(start, end)
    }
    return found
  }

  /// Both alphabets, over several lines; returns where it ends.
  private static func decode(_ text: [UInt8], _ start: Int) -> (bytes: [UInt8], end: Int) {
    var bytes: [UInt8] = []
    var (bits, count) = (UInt32(0), 0)
    var at = start
    while at < text.count {
      if let value = value(text[at]) {
        bits = bits << 6 | value
        count += 6
        if count >= 8 {
          count -= 8
          bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
      } else if text[at] > 0x20 && text[at] != UInt8(ascii: "\\") {
        break
      }
      at += 1
    }
    return (bytes, at)
  }

  private static func value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }

  // MARK: What is not opened

  private static let closed: [(name: String, beginning: [UInt8])] = [
    ("7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]), ("RAR", [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07]),
    ("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]), ("bzip2", [0x42, 0x5A, 0x68]), ("zstd", [0x28, 0xB5, 0x2F, 0xFD]),
  ]
  private static let office: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]
  private static let encryptedOffice: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }

  /// Why packed bytes cannot be looked into; nil for all others.
  static func reasonClosed(_ bytes: [UInt8]) -> String? {
    if let format = closed.first(where: { bytes.starts(with: $0.beginning) }) {
      return "it is packed as \(format.name)"
    }
    let isEncrypted = bytes.starts(with: office) && ByteSearch.first(encryptedOffice, in: bytes) != nil
    return isEncrypted ? "it is encrypted" : nil
  }
}
