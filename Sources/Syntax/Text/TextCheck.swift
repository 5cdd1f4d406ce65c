// Bytes from disk → a checked `SourceFile`: encoding, control characters and invisible characters are judged here, once.

internal import Glibc

extension SourceFile {
  /// Largest source file that is read, in bytes. Larger ones are refused by size before they are opened.
  package static let maximumSize = 1 << 20

  /// The same for a file of data: a register of ten thousand records is one file.
  package static let maximumDataSize = 4 << 20

  /// The limit for a file by its name.
  package static func maximumSize(of path: String) -> Int {
    if path.hasSuffix(".csv") || path.hasSuffix(".xlsx") { return maximumTableSize }
    return path.hasSuffix(".yaml") || path.hasSuffix(".yml") ? maximumDataSize : maximumSize
  }

  /// Checks the bytes of a text file. The file is always returned, so that later messages can quote it; when the
  /// diagnostics hold an error its content must not be parsed.
  package static func checked(path: String, bytes raw: [UInt8]) -> (file: SourceFile, diagnostics: [Diagnostic]) {
    if raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF]) {
      let empty = SourceFile(path: path, bytes: [])
      return (empty, [TextCheck.utf16(empty)])
    }
    let bytes = normalised(raw)
    let file = SourceFile(path: path, bytes: bytes)
    return (file, TextCheck.findings(in: file))
  }

  /// Without the byte order mark, and with LF for CRLF and CR, so that an editor's habits change no output byte.
  private static func normalised(_ raw: [UInt8]) -> [UInt8] {
    let start = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let holdsCR = raw.withUnsafeBytes { bytes in
      bytes.baseAddress.map { memchr($0, 0x0D, bytes.count) != nil } ?? false
    }
    guard start > 0 || holdsCR else { return raw }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count)
    var index = start
    while index < raw.count {
      if raw[index] == 0x0D {
        bytes.append(0x0A)
        if index + 1 < raw.count, raw[index + 1] == 0x0A { index += 1 }
      } else {
        bytes.append(raw[index])
      }
      index += 1
    }
    return bytes
  }
}

/// The rules on single characters of a source text.
enum TextCheck {
  /// One pass over the bytes; each kind of finding is reported where it first occurs and counted after that.
  static func findings(in file: SourceFile) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var kinds: Set<String> = []
    file.bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          if isControl(UInt32(byte)) { note(&found, &kinds, control(file, index, Int(byte))) }
          index += 1
          continue
        }
        guard let (scalar, length) = decode(bytes, at: index) else {
          note(&found, &kinds, invalid(file, index, byte))
          index += 1
          continue
        }
        if let finding = judge(scalar, file, index) { note(&found, &kinds, finding) }
        index += length
      }
    }
    return found
  }

  private static func note(_ found: inout [Diagnostic], _ kinds: inout Set<String>, _ finding: Diagnostic) {
    if kinds.insert(finding.id).inserted { found.append(finding) }
  }

  /// Decodes one scalar by the table of RFC 3629 (no overlong forms, no surrogates, nothing above U+10FFFF).
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int)? {
    let lead = bytes[index]
    let (length, low, high): (Int, UInt8, UInt8)
    switch lead {
    case 0xC2...0xDF: (length, low, high) = (2, 0x80, 0xBF)
    case 0xE0: (length, low, high) = (3, 0xA0, 0xBF)
    case 0xED: (length, low, high) = (3, 0x80, 0x9F)
    case 0xE1...0xEF: (length, low, high) = (3, 0x80, 0xBF)
    case 0xF0: (length, low, high) = (4, 0x90, 0xBF)
    case 0xF1...0xF3: (length, low, high) = (4, 0x80, 0xBF)
    case 0xF4: (length, low, high) = (4, 0x80, 0x8F)
    default: return nil
    }
    guard index + length <= bytes.count, (low...high).contains(bytes[index + 1]) else { return nil }
    var scalar = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      guard bytes[index + offset] & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F)
    }
    return (scalar, length)
  }

  /// Scalars that are legal UTF-8 but have no place in a source text, or deserve a warning.
  private static func judge(_ scalar: UInt32, _ file: SourceFile, _ at: Int) -> Diagnostic? {
    if isControl(scalar) { return control(file, at, Int(scalar)) }
    if isNonCharacter(scalar) { return nonCharacter(file, at, scalar) }
    if isDirection(scalar) { return bidirectional(file, at, scalar) }
    return isInvisible(scalar) ? invisible(file, at, scalar) : nil
  }

  /// C0 without tab and line end, DEL, C1.
  static func isControl(_ scalar: UInt32) -> Bool {
    scalar < 0x20 && scalar != 0x09 && scalar != 0x0A || (0x7F...0x9F).contains(scalar)
  }

  static func isNonCharacter(_ scalar: UInt32) -> Bool {
    (0xFDD0...0xFDEF).contains(scalar) || scalar == 0xFFFE || scalar == 0xFFFF
  }

  private static func isDirection(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x202A...0x202E, 0x2066...0x2069, 0x061C, 0x200E, 0x200F: true
    default: false
    }
  }

  /// Whether nothing is to be seen of a scalar that an editor keeps and a reader never meets.
  static func isInvisible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x200B, 0xFEFF, 0x2060, 0xE0000...0xE007F: true
    default: isDirection(scalar)
    }
  }

  /// The first scalar that no text may hold in a text that is already decoded: where entities and escapes, which the
  /// check of the file cannot see through, have become what they stand for.
  static func forbidden(in text: UnsafeBufferPointer<UInt8>) -> UInt32? {
    var index = 0
    while index < text.count {
      guard let (scalar, length) = text[index] < 0x80 ? (UInt32(text[index]), 1) : decode(text, at: index) else {
        return UInt32(text[index])
      }
      if isControl(scalar) || isNonCharacter(scalar) { return scalar }
      index += length
    }
    return nil
  }

  /// What a message calls such a scalar.
  static func name(ofForbidden scalar: UInt32) -> String {
    isNonCharacter(scalar) ? "the noncharacter U+\(hex(scalar, 4))" : "the control character 0x\(hex(scalar, 2))"
  }

  static func utf16(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      "encoding", at: Place(file, SourceSpan(at: 0)), "the file is UTF-16, not UTF-8",
      rule: "every text of a site is UTF-8",
      help: "convert it: iconv -f UTF-16 -t UTF-8 \(file.path) > new, then replace the file")
  }

  private static func invalid(_ file: SourceFile, _ at: Int, _ byte: UInt8) -> Diagnostic {
    let hint = (0xA0...0xFF).contains(byte) ? "; in Latin-1 it would be \"\(Unicode.Scalar(byte))\"" : ""
    return Diagnostic(
      "encoding", at: Place(file, SourceSpan(at..<at + 1)), "byte 0x\(hex(UInt32(byte), 2)) is not UTF-8\(hint)",
      rule: "every text of a site is UTF-8",
      help: "save the file as UTF-8 in the editor (Latin-1 files: iconv -f LATIN1 -t UTF-8)")
  }

  private static func control(_ file: SourceFile, _ at: Int, _ value: Int) -> Diagnostic {
    Diagnostic(
      "control-character", at: Place(file, SourceSpan(at..<at + length(UInt32(value)))),
      "control character 0x\(hex(UInt32(value), 2)) in the text",
      rule: "of the control characters a text may hold only tab and line end", help: "delete it")
  }

  private static func nonCharacter(_ file: SourceFile, _ at: Int, _ scalar: UInt32) -> Diagnostic {
    Diagnostic(
      "control-character", at: Place(file, SourceSpan(at..<at + 3)), "U+\(hex(scalar, 4)) is not a character",
      rule: "Unicode's noncharacters are for a program's own use, never for texts", help: "delete it")
  }

  private static func bidirectional(_ file: SourceFile, _ at: Int, _ scalar: UInt32) -> Diagnostic {
    Diagnostic(
      "bidirectional-control", .warning, at: Place(file, SourceSpan(at..<at + length(scalar))),
      "invisible U+\(hex(scalar, 4)) changes the direction of the text after it",
      rule: "what an editor sees and what a reader gets must be the same", help: "delete it")
  }

  private static func invisible(_ file: SourceFile, _ at: Int, _ scalar: UInt32) -> Diagnostic {
    Diagnostic(
      "invisible-character", .warning, at: Place(file, SourceSpan(at..<at + length(scalar))),
      "invisible character U+\(hex(scalar, 4)) in the text",
      rule: "an invisible character breaks search, links and ids", help: "delete it")
  }

  /// How many bytes a scalar takes in UTF-8.
  private static func length(_ scalar: UInt32) -> Int {
    scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
  }

  private static func hex(_ value: UInt32, _ digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
