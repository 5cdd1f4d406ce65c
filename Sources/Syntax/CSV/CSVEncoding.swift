// Bytes of a table from disk → a checked `SourceFile`: spreadsheets write UTF-8, UTF-16 and Windows-1252.

extension SourceFile {
  /// Largest table that is read, in bytes.
  package static let maximumTableSize = 16 << 20

  /// Decodes and checks the bytes of a table. The file is always returned; when the diagnostics hold an error its
  /// content must not be parsed. Where the encoding is neither declared nor certain, a note says what was assumed.
  package static func decodedTable(path: String, bytes raw: [UInt8]) -> (file: SourceFile, diagnostics: [Diagnostic]) {
    if let isBigEndian = CSVEncoding.isBigEndianUTF16(raw) {
      return CSVEncoding.utf16(path, raw, isBigEndian)
    }
    let (file, diagnostics) = checked(path: path, bytes: raw)
    guard diagnostics.contains(where: { $0.id == "encoding" }), CSVEncoding.isWindows1252(raw) else {
      return (file, diagnostics)
    }
    let (text, first) = CSVEncoding.windows1252(raw)
    let (decoded, findings) = checked(path: path, bytes: text)
    return (decoded, [CSVEncoding.assumed(decoded, first)] + findings)
  }
}

enum CSVEncoding {
  /// The byte order of a UTF-16 text; nil for what is none. Without a mark, the zero bytes of letters and separators
  /// tell: they stand at every second place only.
  static func isBigEndianUTF16(_ raw: [UInt8]) -> Bool? {
    if raw.starts(with: [0xFF, 0xFE]) { return false }
    if raw.starts(with: [0xFE, 0xFF]) { return true }
    let sample = raw.prefix(4096)
    var zeros = (even: 0, odd: 0)
    for (index, byte) in sample.enumerated() where byte == 0 {
      if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let enough = max(1, sample.count / 8)
    if zeros.even == 0, zeros.odd >= enough { return false }
    return zeros.odd == 0 && zeros.even >= enough ? true : nil
  }

  static func utf16(_ path: String, _ raw: [UInt8], _ isBigEndian: Bool) -> (SourceFile, [Diagnostic]) {
    let (high, low) = isBigEndian ? (0, 1) : (1, 0)
    let units = stride(from: 0, to: raw.count - 1, by: 2).lazy.map { index in
      UInt16(raw[index + high]) << 8 | UInt16(raw[index + low])
    }
    var text: [UInt8] = []
    text.reserveCapacity(raw.count)
    let isBroken = transcode(
      units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true, into: { text.append($0) })
    let (file, diagnostics) = SourceFile.checked(path: path, bytes: text)
    guard isBroken || !raw.count.isMultiple(of: 2) else { return (file, diagnostics) }
    return (file, [brokenUTF16(file)] + diagnostics)
  }

  /// Whether bytes that are not UTF-8 are a text in Windows-1252: there the broken sequences outnumber those that
  /// happen to be sound, in a damaged UTF-8 text it is the other way round.
  static func isWindows1252(_ raw: [UInt8]) -> Bool {
    raw.withUnsafeBufferPointer { bytes in
      var (sound, broken, index) = (0, 0, 0)
      while index < bytes.count {
        if bytes[index] < 0x80 {
          index += 1
        } else if let (_, length) = TextCheck.decode(bytes, at: index) {
          sound += 1
          index += length
        } else {
          broken += 1
          index += 1
        }
      }
      return broken > sound && !raw.starts(with: [0xEF, 0xBB, 0xBF])
    }
  }

  /// The text as UTF-8, and where the first letter stands that is not ASCII, line ends counted as they will be.
  static func windows1252(_ raw: [UInt8]) -> (text: [UInt8], first: SourceSpan) {
    var text: [UInt8] = []
    text.reserveCapacity(raw.count + raw.count / 8)
    var first: SourceSpan?
    var dropped = 0
    for (index, byte) in raw.enumerated() {
      if byte < 0x80 {
        // CRLF becomes one byte when the text is checked.
        if byte == 0x0D, index + 1 < raw.count, raw[index + 1] == 0x0A { dropped += 1 }
        text.append(byte)
        continue
      }
      let start = text.count
      text.append(contentsOf: UTF8.encode(scalar(byte)) ?? UTF8.encodedReplacementCharacter)
      first = first ?? SourceSpan(start - dropped..<text.count - dropped)
    }
    return (text, first ?? SourceSpan(at: 0))
  }

  /// The five bytes that Windows-1252 leaves open become control characters, which the check of the text refuses.
  private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    let special: [UInt16] = [
      0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
      0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
      0x0153, 0x009D, 0x017E, 0x0178,
    ]
    return byte < 0xA0 ? Unicode.Scalar(special[Int(byte) - 0x80]) ?? Unicode.Scalar(byte) : Unicode.Scalar(byte)
  }

  static func assumed(_ file: SourceFile, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "encoding", .note, at: Place(file, span),
      "the file is not UTF-8 and was read as Windows-1252; this should be \"\(file.text(span))\"",
      rule: "a table is UTF-8, UTF-16 or Windows-1252, whichever its bytes fit",
      help: "save it as \"CSV UTF-8\", then nothing has to be assumed")
  }

  private static func brokenUTF16(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      "encoding", at: Place(file, SourceSpan(at: file.bytes.count)),
      "the file is UTF-16, but what follows here is half a letter",
      rule: "in UTF-16 a letter has two bytes or four", help: "export the table again, as \"CSV UTF-8\"")
  }
}
