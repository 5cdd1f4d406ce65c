// A JPEG without what cameras and editors wrote into it: Exif, XMP, IPTC, comments, thumbnails, bytes after its end.

/// Keeps the picture's own segments byte for byte, and of the others JFIF, colour profile and Adobe's transform.
/// (ITU T.81, B.1; T.871; ICC.1, B.4)
struct JPEGCleaner {
  private var reader: ByteReader
  private var output: [UInt8] = []
  private var (hasFrame, hasScan, isTurned) = (false, false, false)

  static func clean(_ bytes: [UInt8]) throws(ImageProblem) -> [UInt8] {
    guard bytes.starts(with: [0xFF, 0xD8]) else { throw ImageProblem(.notThisFormat, at: 0) }
    var cleaner = JPEGCleaner(reader: ByteReader(bytes))
    cleaner.output.reserveCapacity(bytes.count)
    cleaner.output += try cleaner.reader.take(2)
    while try cleaner.part() {}
    return cleaner.output
  }

  private init(reader: ByteReader) { self.reader = reader }

  /// One marker with what belongs to it; false at the end of the image.
  private mutating func part() throws(ImageProblem) -> Bool {
    let start = reader.at
    let marker = try marker()
    switch marker {
    case 0xD9:
      guard hasScan else { throw ImageProblem(.damaged("it has no picture"), at: start) }
      output += [0xFF, 0xD9]
      return false
    case 0xE0...0xEF: application(marker, try segment())
    case 0xFE: _ = try segment()
    case 0xC4, 0xCC, 0xDB...0xDF: write(marker, try segment())
    case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
      write(marker, try segment())
      hasFrame = true
    case 0xDA:
      guard hasFrame else { throw ImageProblem(.damaged("picture data before their description"), at: start) }
      write(marker, try segment())
      try compressedData()
      hasScan = true
    default:
      throw ImageProblem(.damaged("a part of unknown kind, FF\(String(marker, radix: 16, uppercase: true))"), at: start)
    }
    return true
  }

  /// Any number of bytes 0xFF may fill the space before a marker.
  private mutating func marker() throws(ImageProblem) -> UInt8 {
    let start = reader.at
    guard try reader.byte() == 0xFF else { throw ImageProblem(.damaged("no part begins here"), at: start) }
    var marker = try reader.byte()
    while marker == 0xFF { marker = try reader.byte() }
    return marker
  }

  private mutating func segment() throws(ImageProblem) -> ArraySlice<UInt8> {
    let start = reader.at
    let length = try reader.big(2)
    guard length >= 2 else { throw ImageProblem(.damaged("a part shorter than its own length"), at: start) }
    return try reader.take(length - 2)
  }

  private mutating func write(_ marker: UInt8, _ payload: some Collection<UInt8>) {
    let length = payload.count + 2
    output += [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)]
    output += payload
  }

  /// Segments of applications: few say how the picture looks.
  private mutating func application(_ marker: UInt8, _ payload: ArraySlice<UInt8>) {
    switch marker {
    case 0xE0 where payload.starts(with: "JFIF\0".utf8) && payload.count >= 14:
      // Its thumbnail may still show what was cut off.
      write(marker, payload.prefix(12) + [0, 0])
    case 0xE1 where payload.starts(with: "Exif\0\0".utf8) && !isTurned:
      guard let orientation = ExifOrientation.read(payload.dropFirst(6)) else { return }
      isTurned = true
      write(marker, "Exif\0\0".utf8 + ExifOrientation.written(orientation))
    case 0xE2 where payload.starts(with: "ICC_PROFILE\0".utf8): write(marker, payload)
    case 0xEE where payload.starts(with: "Adobe".utf8) && payload.count >= 12: write(marker, payload.prefix(12))
    default: break
    }
  }

  /// Up to the next marker: 0xFF in the data is followed by 0x00 or by the number of a restart.
  private mutating func compressedData() throws(ImageProblem) {
    let start = reader.at
    var at = start
    while let found = reader.bytes[at...].firstIndex(of: 0xFF), found + 1 < reader.bytes.count {
      let next = reader.bytes[found + 1]
      guard next == 0 || (0xD0...0xD7).contains(next) else {
        output += try reader.take(found - start)
        return
      }
      at = found + 2
    }
    throw ImageProblem(.truncated, at: reader.bytes.count)
  }
}
