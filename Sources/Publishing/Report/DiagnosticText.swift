// A diagnostic as a small text: what is wrong, where exactly with the line and a caret, what the rule is, what to do.

package import Syntax

package struct DiagnosticText {
  let color: Bool
  /// The language of its own words; the findings come in theirs.
  let wording: Wording

  /// At most this many of one file are printed; the rest is counted.
  private static let perFile = 50

  package init(color: Bool, _ wording: Wording = .english) { (self.color, self.wording) = (color, wording) }

  package func text(_ diagnostics: [Diagnostic]) -> String {
    var output = ""
    var printed: [String: Int] = [:]
    for diagnostic in diagnostics {
      printed[diagnostic.place.path, default: 0] += 1
      if printed[diagnostic.place.path]! <= Self.perFile { output += text(diagnostic) + "\n" }
    }
    for (path, count) in printed.sorted(by: { $0.key < $1.key }) where count > Self.perFile {
      output += wording("… and \(count - Self.perFile) more in \(path)") + "\n"
    }
    return output
  }

  func text(_ diagnostic: Diagnostic) -> String {
    let title = "\(wording(label(diagnostic)))[\(diagnostic.id)]"
    guard diagnostic.quotesSource else {
      let hidden = wording("not shown to the readers of this run; check all editions to read it")
      return [styled(title, diagnostic.severity) + ": " + hidden, "  --> " + Self.location(diagnostic.place), ""]
        .joined(separator: "\n")
    }
    var lines = [styled(title, diagnostic.severity) + ": " + visible(diagnostic.message)]
    lines += excerpt(diagnostic.place)
    if let rule = diagnostic.rule { lines.append("  \(wording("rule")): " + visible(rule)) }
    if let help = diagnostic.help, diagnostic.acceptance == nil {
      lines.append("  \(wording("help")): " + visible(help))
    }
    if let acceptance = diagnostic.acceptance { lines.append("  \(wording("accepted")) " + visible(acceptance)) }
    for related in diagnostic.related {
      lines.append("  \(wording("note")): \(related.text): \(Self.location(related.place))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func label(_ diagnostic: Diagnostic) -> Message {
    guard diagnostic.acceptance == nil else { return "accepted" }
    return switch diagnostic.severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }

  static func location(_ place: Place) -> String {
    guard let file = place.file else { return visible(place.path) }
    let (line, column) = file.position(of: Int(place.span.start))
    return "\(visible(place.path)):\(line):\(column)"
  }

  private func excerpt(_ place: Place) -> [String] {
    let location = "  --> " + Self.location(place)
    guard let file = place.file else { return [location] }
    let (line, column) = file.position(of: Int(place.span.start))
    let text = visible(file.line(at: Int(place.span.start)))
    guard !text.isEmpty else { return [location] }
    let gutter = String(line)
    let margin = String(repeating: " ", count: gutter.utf8.count)
    let (shown, caret) = window(text, column)
    let width = min(max(1, length(of: place, in: file)), max(1, shown.unicodeScalars.count - caret))
    let marks = String(repeating: " ", count: caret) + String(repeating: "^", count: width)
    return [location, "   \(margin) |", "   \(gutter) | \(shown)", "   \(margin) | \(marks)"]
  }

  /// Scalars of the span on its first line.
  private func length(of place: Place, in file: SourceFile) -> Int {
    let bytes = file.bytes[place.span.range.clamped(to: 0..<file.bytes.count)]
    return bytes.prefix { $0 != UInt8(ascii: "\n") }.count { $0 & 0xC0 != 0x80 }
  }

  /// A long line is cut around the place.
  private func window(_ text: String, _ column: Int) -> (String, Int) {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count > 120 else { return (text, column - 1) }
    let start = max(0, min(column - 41, scalars.count - 100))
    let end = min(scalars.count, start + 100)
    var shown = String.UnicodeScalarView(scalars[start..<end])
    shown.insert("…", at: shown.startIndex)
    return (String(shown), column - 1 - start + 1)
  }

  /// Control and direction characters are made visible: a log must show what is there.
  static func visible(_ text: String) -> String {
    // Most texts have nothing that could be one: ASCII, and letters as ä, which begin with the byte 0xC3.
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || ((0x80..<0xC4).contains($0) && $0 != 0xC2) }) {
      return text
    }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09: shown.append(" ")
      case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x200B...0x200F, 0x061C, 0xFEFF:
        shown.append("\u{FFFD}")
      default: shown.append(scalar)
      }
    }
    return String(shown)
  }

  private func visible(_ text: String) -> String { Self.visible(text) }

  private func styled(_ text: String, _ severity: Diagnostic.Severity) -> String {
    guard color else { return text }
    return (severity == .error ? "\u{1B}[1;31m" : "\u{1B}[1;33m") + text + "\u{1B}[0m"
  }
}
