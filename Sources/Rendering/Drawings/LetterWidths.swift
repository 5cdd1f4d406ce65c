// How wide a text is drawn: by a wide font's letters, so that a label finds its place with any font a reader has.

/// Advance widths of DejaVu Sans, in hundredths of the size, rounded up: the widest of the fonts that browsers and
/// printers fall back to.
enum LetterWidths {
  private static let regular = [
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84,
    84, 84, 54, 100, 69, 69, 70, 77, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79, 61, 79, 70, 64, 62, 74, 69, 99, 69, 62,
    69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60,
    82, 60, 60, 53, 64, 34, 64, 84,
  ]
  private static let bold = [
    35, 46, 53, 84, 70, 101, 88, 31, 46, 46, 53, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 40, 40, 84,
    84, 84, 58, 100, 78, 77, 74, 83, 69, 69, 83, 84, 38, 38, 78, 64, 100, 84, 85, 74, 85, 77, 73, 69, 82, 78, 111, 78,
    73, 73, 46, 37, 46, 84, 50, 50, 68, 72, 60, 72, 68, 44, 72, 72, 35, 35, 67, 35, 105, 72, 69, 72, 72, 50, 60, 48, 72,
    66, 93, 65, 66, 59, 72, 37, 72, 84,
  ]
  /// What a letter outside ASCII takes at most: letters with marks, dashes, Greek and Cyrillic, and all the others.
  private static let (marked, other) = (88, 112)

  /// The width of a text in a size, rounded up.
  static func width(_ text: String, size: Int, isBold: Bool = false) -> Int {
    let widths = isBold ? bold : regular
    let sum = text.unicodeScalars.reduce(0) { $0 + width(of: $1, widths) }
    return (sum * size + 99) / 100
  }

  private static func width(of scalar: Unicode.Scalar, _ widths: [Int]) -> Int {
    let index = Int(scalar.value) - 32
    if widths.indices.contains(index) { return widths[index] }
    switch scalar {
    case "\u{A0}": return widths[0]
    // The letters of the languages that are written here most.
    case "à"..."ö", "ø"..."ÿ": return widths[65]
    default: return scalar.value < 0x2000 ? marked : other
    }
  }

  /// The text, or its beginning with an ellipsis, as far as a place holds it. A cut falls between words where that
  /// leaves more than half.
  static func cut(_ text: String, to place: Int, size: Int, isBold: Bool = false) -> String {
    guard width(text, size: size, isBold: isBold) > place else { return text }
    let widths = isBold ? bold : regular
    var (sum, kept) = (other, 0)
    for scalar in text.unicodeScalars {
      sum += width(of: scalar, widths)
      if sum * size > place * 100 { break }
      kept += 1
    }
    guard kept > 0 else { return "" }
    let prefix = text.unicodeScalars.prefix(kept)
    let end = prefix.dropFirst(kept / 2).lastIndex(of: " ") ?? prefix.endIndex
    return String(text.unicodeScalars[..<end]) + "…"
  }

  /// The text in lines of that width, the last one cut where there are more than `most`. A word that is longer than a
  /// line is cut.
  static func lines(_ text: String, width place: Int, most: Int, size: Int, isBold: Bool = false) -> [String] {
    var lines: [String] = []
    var words = text.unicodeScalars.split(separator: " ").map { String($0) }[...]
    while let first = words.popFirst() {
      if lines.count == most - 1 {
        let rest = ([first] + words).joined(separator: " ")
        return lines + [cut(rest, to: place, size: size, isBold: isBold)]
      }
      var line = first
      while let next = words.first, width(line + " " + next, size: size, isBold: isBold) <= place {
        line += " " + next
        words.removeFirst()
      }
      lines.append(cut(line, to: place, size: size, isBold: isBold))
    }
    return lines
  }
}
