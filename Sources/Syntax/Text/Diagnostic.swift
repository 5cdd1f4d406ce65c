// What a message to the user is made of: what is wrong, where, what the rule is, what to do.

/// One finding. The text follows one shape: `message` says what is wrong with the very words of the input, `rule` what
/// holds instead, `help` what to do; `related` points at the other places that clash with this one.
package struct Diagnostic: Sendable {
  package enum Severity: String, Sendable { case error, warning, note }

  /// A second place that belongs to the finding, with what it is: "first written here".
  package struct Related: Sendable {
    package let text: String
    package let place: Place
    package init(_ text: String, _ place: Place) {
      self.text = text
      self.place = place
    }
  }

  /// The rule's name, stable across versions: `duplicate-key`, or a rule of the domain such as `V01`.
  package let id: String
  package var severity: Severity
  package var message: String
  package let rule: String?
  package let help: String?
  package let place: Place
  package let related: [Related]
  /// The message as a language file names it, `V21.trigger`, and the values that stand in it: text and values are kept
  /// apart, so that the text can be said in another language.
  package var key: String?
  package var values: [String: String] = [:]
  /// The record it is about, by its id or the name of its collection.
  package var record: String?
  /// Who accepts it until when and why; it is reported, but fails nothing.
  package var acceptance: String?
  /// Whether the source line may be quoted. False where a log of a wider audience would show hidden text.
  package var quotesSource = true

  package init(
    _ id: String, _ severity: Severity = .error, at place: Place, _ message: String, rule: String? = nil,
    help: String? = nil, related: [Related] = []
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.rule = rule
    self.help = help
    self.place = place
    self.related = related
  }
}

extension [Diagnostic] {
  package var hasErrors: Bool { contains { $0.severity == .error } }

  /// By file, place and rule, equal findings once: the order of a report, whatever the order of discovery was.
  package func sortedForReport() -> [Diagnostic] {
    var seen: Set<String> = []
    return
      map { ($0, "\($0.place.path)\u{0}\(zeroPadded($0.place.span.start))\u{0}\($0.id)\u{0}\($0.message)") }
      .sorted { $0.1 < $1.1 }
      .filter { seen.insert($0.1).inserted }
      .map(\.0)
  }
}

private func zeroPadded(_ number: Int32) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, 10 - digits.utf8.count)) + digits
}
