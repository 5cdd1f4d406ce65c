// `&#xFDD0;`: a way to write what stands for our marks while cmark reads the text. Refused, except in code.

enum NoncharacterEntity: InlineMark {
  static func match(_ file: SourceFile, at index: Int, lineEnd: Int, body: Range<Int>) -> [Mark]? {
    let bytes = file.bytes
    guard bytes[index] == UInt8(ascii: "&"), index + 3 < lineEnd, bytes[index + 1] == UInt8(ascii: "#") else {
      return nil
    }
    let isHex = bytes[index + 2] | 0x20 == UInt8(ascii: "x")
    let digits = index + (isHex ? 3 : 2)
    guard let end = bytes[digits..<min(lineEnd, digits + 8)].firstIndex(of: UInt8(ascii: ";")),
      let number = UInt32(String(decoding: bytes[digits..<end], as: UTF8.self), radix: isHex ? 16 : 10),
      TextCheck.isNonCharacter(number)
    else { return nil }
    return [Mark(kind: .refused, range: index..<end + 1, problem: refused(number, file, index..<end + 1))]
  }

  private static func refused(_ scalar: UInt32, _ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "control-character", at: Place(file, SourceSpan(range)), "an entity for \(TextCheck.name(ofForbidden: scalar))",
      rule: "Unicode's noncharacters are for a program's own use, never for texts", help: "delete it")
  }
}
