// A template drawn once for every shape of page, and filled in from then on by copying bytes.
//
// The templates use no functions (the check refuses them), so what Mustache writes depends only on which values are
// there, not on what they are. It is run with placeholders; the text between two of them is a piece of every such page.

package import Markup

/// The pieces of a drawn template, and which value comes after each.
struct Skeleton: Sendable {
  private struct Slot: Sendable {
    let before: [UInt8]
    /// Index into the names.
    let value: Int
  }

  private let slots: [Slot]
  private let end: [UInt8]

  /// `drawn` is the template's output for `placeholder(i)` as the ith value.
  init(drawn: [UInt8], count: Int) {
    var slots: [Slot] = []
    var from = 0
    var at = 0
    while at + 2 < drawn.count {
      guard drawn[at] == 0xEF, drawn[at + 1] == 0xB7, drawn[at + 2] == 0x90 else {
        at += 1
        continue
      }
      let digits = drawn[(at + 3)...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      let value = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
      slots.append(Slot(before: Array(drawn[from..<at]), value: min(value, count - 1)))
      at = digits.endIndex + 1
      from = at
    }
    self.slots = slots
    end = Array(drawn[min(from, drawn.count)...])
  }

  /// Noncharacters cannot occur in a checked text: U+FDD0, the number, a full stop.
  static func placeholder(_ index: Int) -> String {
    String(decoding: [0xEF, 0xB7, 0x90] + Array("\(index).".utf8), as: UTF8.self)
  }

  func fill(_ values: [TemplateValue]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(slots.reduce(end.count + 64) { $0 + $1.before.count + values[$1.value].count })
    for slot in slots {
      output.append(contentsOf: slot.before)
      values[slot.value].append(to: &output)
    }
    output.append(contentsOf: end)
    return output
  }
}

/// A value for a template: text, which is escaped, or markup, which was.
package enum TemplateValue: Sendable {
  case text(String)
  case markup(HTML)

  var count: Int {
    switch self {
    case .text(let text): text.utf8.count
    case .markup(let html): html.bytes.count
    }
  }

  func append(to output: inout [UInt8]) {
    switch self {
    case .text(let text): appendEscaped(text, to: &output)
    case .markup(let html): output.append(contentsOf: html.bytes)
    }
  }
}
