// A PNG without texts, times, Exif, what programs keep in chunks of their own, and bytes after its end.

/// Keeps the chunks of a list byte for byte, once their checksums are right. (ISO/IEC 15948; PNG, third edition)
struct PNGCleaner {
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// What makes the picture, its colours, its size in print and its animation.
  private static let kept: Set<String> = [
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "bKGD", "pHYs",
    "acTL", "fcTL", "fdAT", "cICP",
  ]

  private var reader: ByteReader
  private var output: [UInt8] = []
  private var (hasHeader, hasPicture, isTurned) = (false, false, false)

  static func clean(_ bytes: [UInt8]) throws(ImageProblem) -> [UInt8] {
    guard bytes.starts(with: signature) else { throw ImageProblem(.notThisFormat, at: 0) }
    var cleaner = PNGCleaner(reader: ByteReader(bytes))
    cleaner.output.reserveCapacity(bytes.count)
    cleaner.output += try cleaner.reader.take(signature.count)
    while try cleaner.chunk() {}
    return cleaner.output
  }

  private init(reader: ByteReader) { self.reader = reader }

  /// Length, type, data, checksum; false after the last one.
  private mutating func chunk() throws(ImageProblem) -> Bool {
    let start = reader.at
    let length = try reader.big(4)
    let letters = try reader.take(4)
    guard letters.allSatisfy(Self.isLetter) else {
      throw ImageProblem(.damaged("no chunk begins here"), at: start)
    }
    let type = String(decoding: letters, as: UTF8.self)
    let data = try reader.take(length)
    let checksum = try reader.big(4)
    try order(type, length, start)
    if Self.kept.contains(type) {
      guard CRC32.of(letters, data) == UInt32(checksum) else {
        throw ImageProblem(.damaged("the checksum of a chunk \(type) is wrong"), at: start)
      }
      if type == "iCCP" {
        write(letters, Self.unnamed(data))
      } else {
        output += reader.bytes[start..<reader.at]
      }
    } else if type == "eXIf" {
      turn(data)
    } else if letters.first.map({ $0 & 0x20 == 0 }) == true {
      // A capital says that the picture cannot be drawn without it.
      throw ImageProblem(.damaged("a chunk \(type), which browsers do not know"), at: start)
    }
    return type != "IEND"
  }

  private mutating func order(_ type: String, _ length: Int, _ start: Int) throws(ImageProblem) {
    let isHeader = type == "IHDR"
    guard isHeader != hasHeader, !isHeader || length == 13 else {
      throw ImageProblem(.damaged("the header is not its first chunk"), at: start)
    }
    hasHeader = true
    if type == "IDAT" { hasPicture = true }
    guard type != "IEND" || hasPicture && length == 0 else {
      throw ImageProblem(.damaged("it has no picture"), at: start)
    }
  }

  /// Of Exif only how the picture is turned.
  private mutating func turn(_ exif: ArraySlice<UInt8>) {
    guard !isTurned, let orientation = ExifOrientation.read(exif) else { return }
    isTurned = true
    write(Array("eXIf".utf8)[...], ExifOrientation.written(orientation)[...])
  }

  /// A colour profile without the name that a person gave it.
  private static func unnamed(_ profile: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    Array("profile".utf8) + (profile.firstIndex(of: 0).map { profile[$0...] } ?? [])
  }

  private mutating func write(_ type: ArraySlice<UInt8>, _ data: ArraySlice<UInt8>) {
    output += Self.bigEndian(UInt32(data.count)) + type + data + Self.bigEndian(CRC32.of(type, data))
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xDF) && byte < 0x80
  }
}

/// The checksum of PNG's chunks. (ISO/IEC 15948, annex D)
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }

  static func of(_ parts: ArraySlice<UInt8>...) -> UInt32 {
    var value = UInt32.max
    table.withUnsafeBufferPointer { table in
      for part in parts {
        part.withUnsafeBufferPointer { bytes in
          for byte in bytes { value = table[Int((value ^ UInt32(byte)) & 0xFF)] ^ (value >> 8) }
        }
      }
    }
    return ~value
  }
}
