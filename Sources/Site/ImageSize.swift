// How large an image is, read from the first bytes of its file: PNG, JPEG, GIF, WebP and SVG.

import Syntax

/// Width and height in pixels, 1...20000.
package struct ImageSize: Sendable, Equatable {
  package let width: Int
  package let height: Int

  /// Why a file is not the image that its name says.
  package enum Problem: Error, Equatable {
    case empty, notThisFormat, truncated
    case tooLarge(Int, Int)
  }

  package static let maximum = 20_000

  private static let formats: [String: @Sendable ([UInt8]) throws(Problem) -> (Int, Int)] = [
    "png": png, "jpg": jpeg, "jpeg": jpeg, "gif": gif, "webp": webp,
    "svg": { bytes throws(Problem) in try SVGHeader.size(bytes) },
  ]

  /// Whether a file's name says that it is an image; in small letters.
  package static func isImage(_ path: String) -> Bool { formats[ending(path)] != nil }

  /// Reads the size of the image at `path` from its first bytes.
  package init(_ bytes: [UInt8], path: String) throws(Problem) {
    guard !bytes.isEmpty else { throw .empty }
    guard let read = Self.formats[Self.ending(path)] else { throw .notThisFormat }
    let (width, height) = try read(bytes)
    guard width > 0, height > 0 else { throw .notThisFormat }
    guard width <= Self.maximum, height <= Self.maximum else { throw .tooLarge(width, height) }
    (self.width, self.height) = (width, height)
  }

  /// The ending of a file's name, in small letters.
  static func ending(_ path: String) -> String { path.split(separator: ".").last.map { $0.lowercased() } ?? "" }

  // MARK: Formats

  /// A chunk IHDR comes first. (PNG, ISO/IEC 15948, 11.2.2)
  private static func png(_ bytes: [UInt8]) throws(Problem) -> (Int, Int) {
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { throw .notThisFormat }
    guard bytes.count >= 24 else { throw .truncated }
    return (big(bytes, 16, 4), big(bytes, 20, 4))
  }

  /// The logical screen's size. (GIF89a, 18)
  private static func gif(_ bytes: [UInt8]) throws(Problem) -> (Int, Int) {
    guard bytes.starts(with: "GIF8".utf8) else { throw .notThisFormat }
    guard bytes.count >= 10 else { throw .truncated }
    return (little(bytes, 6, 2), little(bytes, 8, 2))
  }

  /// The first start-of-frame segment, as Exif turns it. (JPEG, ITU T.81, B.2.2)
  private static func jpeg(_ bytes: [UInt8]) throws(Problem) -> (Int, Int) {
    guard bytes.starts(with: [0xFF, 0xD8]) else { throw .notThisFormat }
    var (at, isOnItsSide) = (2, false)
    while at + 9 <= bytes.count {
      guard bytes[at] == 0xFF else { throw .notThisFormat }
      let marker = bytes[at + 1]
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        let (width, height) = (big(bytes, at + 7, 2), big(bytes, at + 5, 2))
        return isOnItsSide ? (height, width) : (width, height)
      }
      if marker == 0xE1, bytes[(at + 4)...].starts(with: "Exif\0\0".utf8) {
        isOnItsSide = ExifOrientation.read(bytes[(at + 4)...].dropFirst(6)).map { $0 >= 5 } ?? false
      }
      at += marker == 0xFF ? 1 : 2 + big(bytes, at + 2, 2)
    }
    throw .truncated
  }

  /// Lossy, lossless and extended files each say it in their own way. (RFC 9649)
  private static func webp(_ bytes: [UInt8]) throws(Problem) -> (Int, Int) {
    guard bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) else { throw .notThisFormat }
    guard bytes.count >= 30 else { throw .truncated }
    switch String(decoding: bytes[12..<16], as: UTF8.self) {
    case "VP8 ": return (little(bytes, 26, 2) & 0x3FFF, little(bytes, 28, 2) & 0x3FFF)
    case "VP8L":
      let bits = little(bytes, 21, 4)
      return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    case "VP8X": return (little(bytes, 24, 3) + 1, little(bytes, 27, 3) + 1)
    default: throw .notThisFormat
    }
  }

  private static func big(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int {
    bytes[at..<at + count].bigEndianNumber
  }

  private static func little(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int {
    bytes[at..<at + count].littleEndianNumber
  }
}
