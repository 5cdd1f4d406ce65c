// A WebP without Exif, XMP, what programs keep in chunks of their own, and bytes after its end.

/// A RIFF file: chunks of a name, a length and data; those of an animation's frames hold chunks themselves. (RFC 9649)
struct WebPCleaner {
  private static let kept: Set<String> = ["VP8X", "VP8 ", "VP8L", "ALPH", "ICCP", "ANIM"]
  private static let keptInFrames: Set<String> = ["VP8 ", "VP8L", "ALPH"]
  /// Of the first byte of VP8X.
  private static let (exifFlag, xmpFlag): (UInt8, UInt8) = (0x08, 0x04)

  private var output: [UInt8] = []
  /// Where the first byte of VP8X stands in the output.
  private var flags: Int?
  private var (hasPicture, isTurned) = (false, false)

  static func clean(_ bytes: [UInt8]) throws(ImageProblem) -> [UInt8] {
    var reader = ByteReader(bytes)
    guard bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) else {
      throw ImageProblem(.notThisFormat, at: 0)
    }
    _ = try reader.take(4)
    let size = try reader.little(4)
    guard size >= 4, size <= reader.rest else { throw ImageProblem(.truncated, at: bytes.count) }
    var cleaner = WebPCleaner()
    cleaner.output.reserveCapacity(bytes.count)
    cleaner.output += "RIFF\0\0\0\0WEBP".utf8
    var chunks = ByteReader(bytes, 12..<8 + size)
    while !chunks.isAtEnd { try cleaner.chunk(&chunks) }
    guard cleaner.hasPicture else { throw ImageProblem(.damaged("it has no picture"), at: 8 + size) }
    cleaner.writeLength(at: 4)
    return cleaner.output
  }

  private mutating func chunk(_ reader: inout ByteReader) throws(ImageProblem) {
    let start = reader.at
    let (name, data) = try Self.next(&reader)
    // The first chunk says which of three forms the file has; only the longest has other chunks than the picture.
    guard output.count > 12 || name == "VP8X" || name == "VP8 " || name == "VP8L" else {
      throw ImageProblem(.damaged("its first chunk is no picture"), at: start)
    }
    switch name {
    case "ANMF": try frame(data, reader.bytes)
    case "EXIF": turn(data)
    case "VP8X":
      guard flags == nil, output.count == 12, data.count == 10 else {
        throw ImageProblem(.damaged("its description has the wrong place or length"), at: start)
      }
      write(name, data)
      flags = output.count - data.count
      output[output.count - data.count] &= ~(Self.exifFlag | Self.xmpFlag)
    case _ where Self.kept.contains(name):
      if name == "VP8 " || name == "VP8L" { hasPicture = true }
      write(name, data)
    default: break
    }
  }

  /// Name, length, data, and a byte that makes the length even.
  private static func next(_ reader: inout ByteReader) throws(ImageProblem) -> (String, ArraySlice<UInt8>) {
    let name = String(decoding: try reader.take(4), as: UTF8.self)
    let length = try reader.little(4)
    let data = try reader.take(length)
    if length % 2 == 1, !reader.isAtEnd { _ = try reader.byte() }
    return (name, data)
  }

  /// Sixteen bytes on its place and time, then chunks.
  private mutating func frame(_ data: ArraySlice<UInt8>, _ bytes: [UInt8]) throws(ImageProblem) {
    var reader = ByteReader(bytes, data.startIndex..<data.endIndex)
    let head = try reader.take(16)
    let start = output.count
    output += "ANMF\0\0\0\0".utf8 + head
    while !reader.isAtEnd {
      let (name, data) = try Self.next(&reader)
      if name == "VP8 " || name == "VP8L" { hasPicture = true }
      if Self.keptInFrames.contains(name) { write(name, data) }
    }
    writeLength(at: start + 4)
  }

  private mutating func write(_ name: String, _ data: some Collection<UInt8>) {
    let start = output.count
    output += name.utf8 + [0, 0, 0, 0]
    output += data
    writeLength(at: start + 4)
    if data.count % 2 == 1 { output.append(0) }
  }

  /// Of Exif only how the picture is turned; only the form with a description may have it.
  private mutating func turn(_ exif: ArraySlice<UInt8>) {
    guard let flags, !isTurned else { return }
    // Some programs write the header that Exif has in a JPEG.
    let header = exif.starts(with: "Exif\0\0".utf8) ? 6 : 0
    guard let orientation = ExifOrientation.read(exif.dropFirst(header)) else { return }
    isTurned = true
    output[flags] |= Self.exifFlag
    write("EXIF", ExifOrientation.written(orientation))
  }

  /// The number of bytes that follow it.
  private mutating func writeLength(at place: Int) {
    let length = output.count - place - 4
    for index in 0..<4 { output[place + index] = UInt8(truncatingIfNeeded: length >> (8 * index)) }
  }
}
