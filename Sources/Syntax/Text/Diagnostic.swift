// What a message to the user is made of: what is wrong, where, what the rule is, what to do.

/// One finding. The text follows one shape: `message` says what is wrong with the very words of the input, `rule` what
/// holds instead, `help` what to do; `related` points at the other places that clash with this one.
package struct Diagnostic: Sendable {
  package enum Severity: String, Sendable { case error, warning, note }

  /// A second place that belongs to the finding, with what it is: "first written here".
  package struct Related: Sendable {
    package let words: Message
    package let place: Place
    package var text: String { words.english }
    package init(_ words: Message, _ place: Place) {
      self.words = words
      self.place = place
    }
  }

  /// The rule's name, stable across versions: `duplicate-key`, or a rule of the domain such as `V01`.
  package let id: String
  package var severity: Severity
  /// What is wrong, what holds, and what to do, as messages that a language can say its way.
  package private(set) var words: (message: Message, rule: Message?, help: Message?)
  package private(set) var place: Place
  package private(set) var related: [Related]
  /// The message as a language file names it, `V21.trigger`, and the values that stand in it: text and values are kept
  /// apart, so that the text can be said in another language.
  package var key: String?
  package var values: [String: String] = [:]
  /// Values that are messages themselves: what was probably meant, what a field takes.
  package var notes: [String: Message] = [:]
  /// The record it is about, by its id or the name of its collection.
  package var record: String?
  /// Who accepts it until when and why; it is reported, but fails nothing.
  package var acceptance: String?
  /// Whether the source line may be quoted. False where a log of a wider audience would show hidden text.
  package var quotesSource = true

  package init(
    _ id: String, _ severity: Severity = .error, at place: Place, _ message: Message, rule: Message? = nil,
    help: Message? = nil, related: [Related] = []
  ) {
    self.id = id
    self.severity = severity
    words = (message, rule, help)
    self.place = place
    self.related = related
  }

  /// What is said behind the message: the row and column of a table.
  package private(set) var ending: Message?

  package var message: String { words.message.english + (ending?.english ?? "") }
  package var rule: String? { words.rule?.english }
  package var help: String? { words.help?.english }

  /// The same with something at the end of what is wrong.
  package func adding(_ ending: Message) -> Diagnostic {
    var added = self
    added.ending = self.ending.map { $0 + ending } ?? ending
    return added
  }

  /// The same in other words.
  package func worded(_ message: Message, _ rule: Message?, _ help: Message?, _ ending: Message?, _ related: [Related])
    -> Diagnostic
  {
    var worded = self
    worded.words = (message, rule, help)
    (worded.ending, worded.related) = (ending, related)
    return worded
  }

  /// The same at another place.
  package func moved(to place: Place, related: [Related]) -> Diagnostic {
    var moved = self
    (moved.place, moved.related) = (place, related)
    return moved
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
