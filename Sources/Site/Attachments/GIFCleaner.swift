// A GIF without comments, captions, what programs keep in extensions of their own, and bytes after its end.

/// Keeps frames byte for byte, with their times, and how often the animation is repeated. (GIF89a)
struct GIFCleaner {
  private var reader: ByteReader
  private var output: [UInt8] = []
  /// What is said of the next frame. A caption has one, too: it goes with it.
  private var control: ArraySlice<UInt8> = []
  private var hasPicture = false

  static func clean(_ bytes: [UInt8]) throws(ImageProblem) -> [UInt8] {
    guard bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8) else {
      throw ImageProblem(.notThisFormat, at: 0)
    }
    var cleaner = GIFCleaner(reader: ByteReader(bytes))
    cleaner.output.reserveCapacity(bytes.count)
    let screen = try cleaner.reader.take(13)
    cleaner.output += screen
    cleaner.output += try cleaner.colours(screen[10])
    while try cleaner.block() {}
    return cleaner.output
  }

  private init(reader: ByteReader) { self.reader = reader }

  /// A table of colours, where the byte of flags says that there is one.
  private mutating func colours(_ flags: UInt8) throws(ImageProblem) -> ArraySlice<UInt8> {
    try reader.take(flags & 0x80 == 0 ? 0 : 3 << Int(flags & 0x07 + 1))
  }

  /// A frame, an extension or the end; false for that.
  private mutating func block() throws(ImageProblem) -> Bool {
    let start = reader.at
    switch try reader.byte() {
    case 0x2C: try frame()
    case 0x21: try ext()
    case 0x3B:
      guard hasPicture else { throw ImageProblem(.damaged("it has no picture"), at: start) }
      output.append(0x3B)
      return false
    default: throw ImageProblem(.damaged("no block begins here"), at: start)
    }
    return true
  }

  private mutating func frame() throws(ImageProblem) {
    output += control
    control = []
    let start = reader.at - 1
    let description = try reader.take(9)
    _ = try colours(description[description.endIndex - 1])
    _ = try reader.byte()
    _ = try data()
    output += reader.bytes[start..<reader.at]
    hasPicture = true
  }

  private mutating func ext() throws(ImageProblem) {
    let start = reader.at - 1
    let label = try reader.byte()
    let blocks = try data()
    switch label {
    case 0xF9:
      guard blocks.count == 1, blocks[0].count == 4 else {
        throw ImageProblem(.damaged("a frame's times have the wrong length"), at: start)
      }
      control = reader.bytes[start..<reader.at]
    case 0x01: control = []
    case 0xFF: repetition(blocks)
    default: break
    }
  }

  /// Blocks of up to 255 bytes, the last one empty. The first few are handed out: more have no meaning in an extension.
  private mutating func data() throws(ImageProblem) -> [ArraySlice<UInt8>] {
    var blocks: [ArraySlice<UInt8>] = []
    while true {
      let block = try reader.take(Int(try reader.byte()))
      if block.isEmpty { return blocks }
      if blocks.count < 8 { blocks.append(block) }
    }
  }

  private mutating func repetition(_ blocks: [ArraySlice<UInt8>]) {
    guard blocks.first.map({ $0.elementsEqual("NETSCAPE2.0".utf8) }) == true,
      let count = blocks.dropFirst().first(where: { $0.count == 3 && $0.first == 1 })
    else { return }
    output += [0x21, 0xFF, 11] + "NETSCAPE2.0".utf8 + [3] + count + [0]
  }
}
