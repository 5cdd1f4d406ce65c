// The bytes of a file, taken from the front; it never reads past the end.

import Syntax

struct ByteReader {
  let bytes: [UInt8]
  private(set) var at: Int
  private let end: Int

  /// Reads the whole file, or a part of it.
  init(_ bytes: [UInt8], _ part: Range<Int>? = nil) {
    self.bytes = bytes
    (at, end) = part.map { ($0.lowerBound, $0.upperBound) } ?? (0, bytes.count)
  }

  var isAtEnd: Bool { at >= end }

  var rest: Int { end - at }

  mutating func take(_ count: Int) throws(ImageProblem) -> ArraySlice<UInt8> {
    guard count <= rest else { throw ImageProblem(.truncated, at: end) }
    defer { at += count }
    return bytes[at..<at + count]
  }

  mutating func byte() throws(ImageProblem) -> UInt8 {
    guard at < end else { throw ImageProblem(.truncated, at: end) }
    defer { at += 1 }
    return bytes[at]
  }

  /// A number of `count` bytes, the highest first.
  mutating func big(_ count: Int) throws(ImageProblem) -> Int { try take(count).bigEndianNumber }

  /// A number of `count` bytes, the lowest first.
  mutating func little(_ count: Int) throws(ImageProblem) -> Int {
    try take(count).littleEndianNumber
  }
}
