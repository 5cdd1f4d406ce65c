// The size of an SVG drawing, from the attributes of its first element.

import Syntax

enum SVGHeader {
  /// `width` and `height` in pixels where they are plain numbers, else the last two numbers of `viewBox`.
  static func size(_ bytes: [UInt8]) throws(ImageSize.Problem) -> (Int, Int) {
    guard let start = ByteSearch.first("<svg", in: bytes) else { throw .notThisFormat }
    guard let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else { throw .truncated }
    let tag = Array(bytes[start..<end])
    if let width = attribute("width", tag).flatMap(pixels), let height = attribute("height", tag).flatMap(pixels) {
      return (width, height)
    }
    let box = attribute("viewBox", tag)?.split { $0 == " " || $0 == "," }.map(String.init) ?? []
    guard box.count == 4, let width = pixels(box[2]), let height = pixels(box[3]) else { throw .notThisFormat }
    return (width, height)
  }

  /// A number of pixels, with or without its unit, rounded up.
  private static func pixels(_ text: String) -> Int? {
    let number = text.utf8.reversed().starts(with: "xp".utf8) ? String(text.dropLast(2)) : text
    guard let value = Double(number), value > 0, value < 1_000_000 else { return nil }
    return Int(value.rounded(.up))
  }

  /// The value of ` name="…"` or ` name='…'`.
  private static func attribute(_ name: String, _ tag: [UInt8]) -> String? {
    var from = 0
    while let found = ByteSearch.first(name + "=", in: tag, from: from) {
      from = found + 1
      guard found > 0, " \t\r\n".utf8.contains(tag[found - 1]) else { continue }
      let start = found + name.utf8.count + 1
      guard start < tag.count, tag[start] == UInt8(ascii: "\"") || tag[start] == UInt8(ascii: "'"),
        let end = tag[(start + 1)...].firstIndex(of: tag[start])
      else { return nil }
      return String(decoding: tag[start + 1..<end], as: UTF8.self)
    }
    return nil
  }
}
