// What the reader says about records that do not fit their declaration.

package import Syntax

extension FieldKind {
  /// How a value of this kind is written, for messages and the documentation of the format.
  package var form: Message {
    switch self {
    case .identifier: "an id: a-z, 0-9 and -, at most 64 of them"
    case .text: "a text"
    case .localized: "a text, or a text per language ({ sv: \"…\", de: \"…\" })"
    case .markdown: "Markdown, or Markdown per language"
    case .day: "a day as YYYY-MM-DD"
    case .period: "a period: 2026-03, 2026-Q1, 2026-W10 or a day"
    case .month: "a month as YYYY-MM"
    case .quarter: "a quarter: 2026-Q1"
    case .moment: "a day and time as YYYY-MM-DDTHH:MM"
    case .offset: "a time before or after the go-live: T-72h, T+30m, T-14d, T"
    case .duration: "a duration of ISO 8601: PT4H, P3D, P7M"
    case .money: "an amount such as 92000.00, with a point before decimals and nothing else"
    case .number(let bounds?):
      "a number from \(bounds.lowerBound) to \(bounds.upperBound), with a point before decimals"
    case .number(nil): "a number, with a point before decimals"
    case .integer(let bounds): "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
    case .boolean: "true or false"
    case .choice(let names): "one of \(names.joined(separator: ", "))"
    case .reference(let collections): "the id of a record in \(collections.joined(separator: ", "))"
    case .referenceOrText(let collections):
      "the id of a record in \(collections.joined(separator: ", ")); or a text with a capital or a space"
    case .party: "client, or the id of a provider"
    case .page: "the key of a page"
    case .anyOf(let kinds): kinds.dropFirst().reduce(kinds.first?.form ?? "") { "\($0); or \($1.form)" }
    case .language: "a language code such as sv"
    case .country: "a country code of two capitals (ISO 3166)"
    case .currency: "a currency code of three capitals (ISO 4217)"
    case .timeZone: "a time zone such as Europe/Stockholm"
    case .audience: "one of \(Audience.names.joined(separator: ", "))"
    case .list(let element): "a list; each element is \(element.form)"
    case .record(let schema): "a mapping with \(schema.fields.map(\.name).joined(separator: ", "))"
    case .map(let element): "a mapping; each value is \(element.form)"
    case .either(let first, let second): "\(first.form); or \(second.form)"
    }
  }

  /// The values that would have been right, where they can be listed.
  var candidates: [String] {
    switch self {
    case .choice(let names): names
    case .audience: Audience.names
    case .boolean: ["true", "false"]
    default: []
    }
  }
}

extension Diagnostic {
  static func unknownKey(_ entry: YAMLNode.Entry, _ schema: EntitySchema, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      "V03", at: Place(file, entry.keySpan), "\"\(entry.key)\" is not a field of \(schema.name)",
      rule: "a record has the fields of its entity; keys of your own begin with x-",
      help: didYouMean(entry.key, among: schema.fields.map(\.name)))
  }

  static func missingMessage(_ field: FieldSpec, _ schema: EntitySchema) -> Message {
    "\(schema.name) without \"\(field.name)\""
  }

  static func missing(_ field: FieldSpec, _ schema: EntitySchema, _ node: YAMLNode, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      "V04", at: Place(file, SourceSpan(at: Int(node.span.start))), missingMessage(field, schema),
      rule: "a \(schema.name) has its \(field.name): \(field.summary)", help: "add \(field.name): \(field.kind.form)")
  }

  static func wrongType(_ kind: FieldKind, _ node: YAMLNode, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      "V04", at: Place(file, node.span), "\(node.kindName) stands where another type belongs",
      rule: "the field takes \(kind.form)", help: nil)
  }

  static func wrongValue(_ kind: FieldKind, _ text: String, _ node: YAMLNode, in file: SourceFile) -> Diagnostic {
    let near = suggestion(for: text, among: kind.candidates).map { "did you mean \"\($0)\"?" as Message }
    return Diagnostic(
      "V04", at: Place(file, node.span), "\"\(text)\" does not fit this field", rule: "the field takes \(kind.form)",
      help: near)
  }

  static func wrongShape(_ schema: EntitySchema, _ node: YAMLNode, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      "V04", at: Place(file, SourceSpan(at: Int(node.span.start))), "\(node.kindName) stands where a list belongs",
      rule: "\(schema.collection).yaml holds a list: every record begins with a hyphen",
      help: "write - id: … for each \(schema.name)")
  }

  static func notARecord(_ schema: EntitySchema, _ node: YAMLNode, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      "V04", at: Place(file, node.span), "\(node.kindName) stands where a \(schema.name) belongs",
      rule: "a \(schema.name) is a mapping of fields", help: "write its fields as key: value")
  }

  static func notALanguage(_ entry: YAMLNode.Entry, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      "V04", at: Place(file, entry.keySpan), "\"\(entry.key)\" is not a language code",
      rule: "a text per language is keyed by codes such as it, sv, de", help: "correct the code")
  }

  static func markdown(_ problem: Message, _ node: YAMLNode, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      "data-markdown", at: Place(file, node.span), "this text holds \(problem)",
      rule: "Markdown in data is paragraphs, lists, emphasis and links", help: "put the rest on a page")
  }

  static func wouldWiden(_ schema: EntitySchema, _ located: Value.Located, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      "V04", at: Place(file, located.span), "this would open a \(schema.name) to more readers",
      rule: "a \(schema.name) is for \(schema.audience.rawValue); audience can only narrow that",
      help: schema.isNeverPublic ? nil : "to make it public, write publish: true and publishReason")
  }

  static func neverPublic(_ schema: EntitySchema, _ located: Value.Located, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      "V04", at: Place(file, located.span), "a \(schema.name) is never public",
      rule: "some records stay inside whatever they say", help: "delete publish; say it on a page instead")
  }

  static func publishWithoutReason(_ located: Value.Located, in file: SourceFile) -> Diagnostic {
    Diagnostic(
      "V04", at: Place(file, located.span), "publish without a reason",
      rule: "opening a record to everyone is a decision: publishReason says why", help: "add publishReason: \"…\"")
  }
}
