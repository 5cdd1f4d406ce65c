// What every rule says of itself: its id, its class, why it is there, its messages, and an example that breaks it.

import Languages
package import Syntax

/// How much hangs on a rule, and so what a finding is.
package enum RuleClass: String, Sendable {
  /// What must not happen to anybody outside: always an error, never waived.
  case safety
  /// The data contradicts itself: always an error.
  case integrity
  /// Something is missing or does not fit: a warning in a draft, an error once the plan was agreed.
  case completeness
  /// Worth a look.
  case advice
}

/// A message of a rule: what is wrong, with `{name}` for the values that clash, and what to do.
package struct RuleMessage: Sendable {
  package let text: String
  package let help: String

  package init(_ text: String, _ help: String) {
    self.text = text
    self.help = help
  }
}

/// Data that breaks a rule and data that keeps it, as small folders: a line at the margin names a file, its lines follow
/// two spaces in. `‸` stands before the place where the finding points.
package struct RuleExample: Sendable {
  package let broken: String
  package let sound: String

  package init(broken: String, sound: String) {
    self.broken = broken
    self.sound = sound
  }

  /// The files of one of the two, in the order of the text.
  package static func files(_ text: String) -> [(name: String, text: String)] {
    var files: [(name: String, text: String)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.utf8.starts(with: "  ".utf8) {
        guard !files.isEmpty else { continue }
        files[files.count - 1].text += line.dropFirst(2) + "\n"
      } else if !line.isEmpty {
        files.append((String(line), ""))
      }
    }
    return files
  }
}

/// A rule as `check --explain` shows it.
package protocol RuleDescription: Sendable {
  /// As in the catalogue: `V01`.
  static var id: String { get }
  static var weight: RuleClass { get }
  /// Nothing is reported in a project that is still a draft.
  static var isForAgreedPlans: Bool { get }
  /// One line: what holds, and why.
  static var rationale: String { get }
  /// By a name of their own; a language file translates `V21.trigger` and `V21.trigger.help`.
  static var messages: [String: RuleMessage] { get }
  static var example: RuleExample { get }
}

extension RuleDescription {
  package static var isForAgreedPlans: Bool { false }
}

/// A rule that needs more than one record, or more than one field, to judge.
package protocol Rule: RuleDescription {
  static func check(_ context: RuleContext) -> [Finding]
}

/// What a rule found: which of its messages, with which values, where.
package struct Finding: Sendable {
  package let message: String
  package let place: Place
  /// The values that clash, by the names in the message.
  package let values: [String: String]
  /// Values that are messages themselves: what was probably meant.
  package let notes: [String: Message]
  /// The record it is about, by which a waiver names it.
  package let record: Record?
  package let related: [Diagnostic.Related]
  /// Weaker than its rule: a task where milestones are held to it.
  package let isAdvice: Bool

  package init(
    _ message: String, at place: Place, _ values: [String: String] = [:], notes: [String: Message] = [:],
    of record: Record? = nil, related: [Diagnostic.Related] = [], isAdvice: Bool = false
  ) {
    self.message = message
    self.place = place
    self.values = values
    self.notes = notes
    self.record = record
    self.related = related
    self.isAdvice = isAdvice
  }

  /// A finding about a field of a record, or about the record where it has none.
  package init(
    _ message: String, _ record: Record, _ field: String? = nil, _ values: [String: String] = [:],
    notes: [String: Message] = [:], related: [Diagnostic.Related] = [], isAdvice: Bool = false
  ) {
    self.init(
      message, at: field.map { record.place(of: $0) } ?? record.place, values.merging(["id": record.title]) { $1 },
      notes: notes, of: record, related: related, isAdvice: isAdvice)
  }
}

extension Record {
  /// What a message calls the record: its id, or what it is and the line it begins in.
  package var title: String {
    if !id.isEmpty { return id }
    if schema.isSingle { return schema.name }
    return "\(schema.name) in line \(file.position(of: Int(span.start)).line)"
  }
}
