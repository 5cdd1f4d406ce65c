// CSS in an SVG, and attributes that are read like it: it may compute and refer to the file itself, not fetch.

import Syntax

enum SVGStyle {
  /// Functions that name no resource. `url` is judged by its argument.
  private static let functions: Set<String> = [
    "rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "color-mix", "var", "calc", "min",
    "max", "clamp", "matrix", "translate", "translatex", "translatey", "scale", "scalex", "scaley", "rotate", "skew",
    "skewx", "skewy", "circle", "ellipse", "inset", "polygon", "blur", "drop-shadow", "opacity", "not", "is", "where",
    "nth-child", "nth-of-type",
  ]

  /// What in a value could lead out of the file, in words; nil when nothing does.
  static func problem(_ value: [UInt8]) -> Message? {
    for (index, byte) in value.enumerated() {
      switch byte {
      case UInt8(ascii: "\\"): return "a style with \\ in it"
      case UInt8(ascii: "@"): return "a style with an @ rule"
      case UInt8(ascii: "/") where value[(index + 1)...].first == UInt8(ascii: "*"): return "a comment in a style"
      case UInt8(ascii: "("):
        let name = function(value[..<index])
        if name == "url" {
          guard isLocal(value[(index + 1)...]) else { return "a style that fetches a file" }
        } else if !functions.contains(name) {
          return "a style with \(name)()"
        }
      default: break
      }
    }
    return nil
  }

  /// Whether a reference is to an element of the same file.
  static func isLocal(reference: some Collection<UInt8>) -> Bool {
    reference.first == UInt8(ascii: "#") && reference.count > 1 && reference.dropFirst().allSatisfy(isNameByte)
  }

  /// The name before a parenthesis, in small letters; between them there may be space.
  private static func function(_ before: ArraySlice<UInt8>) -> String {
    let end = before.lastIndex { !" \t\r\n".utf8.contains($0) } ?? before.startIndex - 1
    let start = before[..<(end + 1)].lastIndex { !isNameByte($0) || $0 == UInt8(ascii: ":") } ?? before.startIndex - 1
    return String(decoding: before[(start + 1)..<(end + 1)], as: UTF8.self).lowercased()
  }

  /// `#name)`, `"#name")` or `'#name')`.
  private static func isLocal(_ argument: ArraySlice<UInt8>) -> Bool {
    guard let end = argument.firstIndex(of: UInt8(ascii: ")")) else { return false }
    let inside = argument[..<end]
    guard let quote = inside.first, "\"'".utf8.contains(quote) else { return isLocal(reference: inside) }
    return inside.count > 2 && inside.last == quote && isLocal(reference: inside.dropFirst().dropLast())
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: "-_.:".utf8.contains(byte)
    }
  }
}
