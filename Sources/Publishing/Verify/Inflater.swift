// Inflates what deflate packed: raw, in the form of zlib and in that of gzip; never more than it is allowed to.

import CZlib

/// What came out of a packed stream.
struct Inflated {
  let bytes: [UInt8]
  /// How many packed bytes were read.
  let consumed: Int
  /// The stream came to its end, and its checksum is right where it has one.
  let isWhole: Bool
  /// There is more, and it was not allowed.
  let isCut: Bool
}

enum Inflater {
  /// The numbers are those by which zlib knows the forms.
  enum Form: Int32 {
    case raw = -15
    case zlib = 15
    case gzip = 31
  }

  private static let pieceSize = 1 << 16

  /// As far as the stream is sound, and at most `limit` bytes.
  static func inflate(_ packed: ArraySlice<UInt8>, _ form: Form, limit: Int) -> Inflated {
    // The library keeps the address of its state: it must not move.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer { stream.deallocate() }
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(stream, form.rawValue, ZLIB_VERSION, size) == Z_OK else {
      return Inflated(bytes: [], consumed: 0, isWhole: false, isCut: false)
    }
    defer { inflateEnd(stream) }
    var packed = packed
    return packed.withUnsafeMutableBufferPointer { input in
      stream.pointee.next_in = input.baseAddress
      stream.pointee.avail_in = UInt32(clamping: input.count)
      return drain(stream, limit)
    }
  }

  private static func drain(_ stream: UnsafeMutablePointer<z_stream>, _ limit: Int) -> Inflated {
    let available = stream.pointee.avail_in
    var (bytes, status): ([UInt8], Int32) = ([], Z_OK)
    var piece = [UInt8](repeating: 0, count: pieceSize)
    while status == Z_OK, bytes.count <= limit {
      let room = UInt32(min(pieceSize, limit - bytes.count + 1))
      piece.withUnsafeMutableBufferPointer { buffer in
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = room
        status = CZlib.inflate(stream, Z_NO_FLUSH)
      }
      bytes += piece[..<Int(room - stream.pointee.avail_out)]
    }
    let isCut = bytes.count > limit
    if isCut { bytes.removeLast(bytes.count - limit) }
    return Inflated(
      bytes: bytes, consumed: Int(available - stream.pointee.avail_in), isWhole: status == Z_STREAM_END && !isCut,
      isCut: isCut)
  }

  /// The checksum of gzip and ZIP.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32_z(0, $0.baseAddress, $0.count)) }
  }
}

/// How much may still be inflated of one published file, with all that is packed in it.
struct InflationBudget {
  static let whole = 256 << 20
  private(set) var left = whole

  /// Inflates, and takes off what it cost: a stream that gives nothing costs what it was read for.
  mutating func inflate(_ packed: ArraySlice<UInt8>, _ form: Inflater.Form) -> Inflated {
    let inflated = Inflater.inflate(packed, form, limit: left)
    spend(max(inflated.bytes.count, inflated.consumed))
    return inflated
  }

  mutating func spend(_ count: Int) { left = max(0, left - count) }
}
