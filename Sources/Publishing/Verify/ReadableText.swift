// Bytes as the UTF-8 text that a reader's program makes of them: UTF-16 and Windows' Latin letters converted.

/// Recognises texts, and converts those of other encodings.
enum ReadableText {
  /// How much of a file its encoding is guessed from.
  private static let sample = 4096

  /// The text in UTF-8; nil for what is no text.
  static func text(of bytes: [UInt8]) -> [UInt8]? {
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isLittle: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isLittle: false) }
    guard !bytes.prefix(sample).contains(0) else { return unmarkedUTF16(bytes) }
    guard !bytes.contains(0) else { return nil }
    if String(validating: bytes, as: UTF8.self) != nil { return bytes }
    return bytes.allSatisfy(isPrintable) ? windows(bytes) : nil
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> [UInt8] {
    Array(String(decoding: units(bytes, isLittle: isLittle), as: UTF16.self).utf8)
  }

  private static func units(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> [UInt16] {
    stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { at in
      let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
  }

  /// Latin letters have a zero in every second byte.
  private static func unmarkedUTF16(_ bytes: [UInt8]) -> [UInt8]? {
    let head = bytes.prefix(sample)
    guard head.count >= 8 else { return nil }
    func zeros(_ parity: Int) -> Int { head.indices.count { $0 & 1 == parity && head[$0] == 0 } }
    let (even, odd) = (zeros(0), zeros(1))
    let most = head.count / 2 * 7 / 10
    guard even == 0 && odd > most || odd == 0 && even > most else { return nil }
    return utf16(bytes[...], isLittle: odd > even)
  }

  // MARK: Letters of two bytes within something else

  /// Shorter runs come by chance.
  private static let shortestRun = 4

  /// Latin texts in UTF-16 anywhere in the bytes, a line for each: properties of old documents, strings of a PDF.
  static func wideRuns(in bytes: [UInt8]) -> [UInt8] {
    var found: [UInt8] = []
    for highByte in 0...1 {
      for start in 0...1 { addRuns(bytes, start, highByte, &found) }
    }
    return found
  }

  private static func addRuns(_ bytes: [UInt8], _ start: Int, _ highByte: Int, _ found: inout [UInt8]) {
    var run: [UInt16] = []
    var at = start
    while at + 1 < bytes.count {
      let (high, low) = (bytes[at + highByte], bytes[at + 1 - highByte])
      let unit = UInt16(high) << 8 | UInt16(low)
      if isLetterOfRun(unit) {
        run.append(unit)
      } else if !run.isEmpty {
        close(&run, &found)
      }
      at += 2
    }
    close(&run, &found)
  }

  private static func close(_ run: inout [UInt16], _ found: inout [UInt8]) {
    if run.count >= shortestRun { found += Array(String(decoding: run, as: UTF16.self).utf8) + [0x0A] }
    run.removeAll(keepingCapacity: true)
  }

  /// Latin letters, signs and general punctuation.
  private static func isLetterOfRun(_ unit: UInt16) -> Bool {
    (0x20...0x7E).contains(unit) || (0xA0...0x17F).contains(unit) || (0x2010...0x205E).contains(unit)
  }

  // MARK: Windows

  private static func isPrintable(_ byte: UInt8) -> Bool { byte >= 0x20 && byte != 0x7F || (9...13).contains(byte) }

  /// What Windows has where Latin-1 has controls; 0 where it has nothing.
  private static let windowsSigns: [UInt16] = [
    0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0, 0x17E, 0x178,
  ]

  private static func windows(_ bytes: [UInt8]) -> [UInt8] {
    let units = bytes.map { (0x80...0x9F).contains($0) ? windowsSigns[Int($0) - 0x80] : UInt16($0) }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
