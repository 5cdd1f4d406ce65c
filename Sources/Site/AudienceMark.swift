// Whom a part of a page is for: what `audience:` says at its head, or the braces of `:::audience{…}` around it.

import Syntax
package import Transition

/// An audience, at the partner level narrowed to some providers, and for employees opened to the incoming one.
package struct AudienceMark: Sendable, Equatable {
  package let audience: Audience
  /// Of the providers only these; nil for all.
  let parties: Set<String>?
  /// Written for the agents on the line: the incoming provider reads it too.
  let isForAgents: Bool

  static let everyone = AudienceMark(audience: .public, parties: nil, isForAgents: false)
  static let fewest = AudienceMark(audience: .restricted, parties: nil, isForAgents: false)

  /// Who reads it at the least.
  package var widestReaders: Audience { isForAgents ? min(audience, .partner) : audience }

  /// Whether readers see it. A provider does so where it takes part in the project that the page is about.
  func admits(_ readers: Readership, _ standing: Standing) -> Bool {
    guard readers.audience == .partner, audience != .public else { return audience <= readers.audience }
    guard let partner = readers.partner, standing != .stranger else { return false }
    if audience == .partner { return parties?.contains(partner) ?? true }
    return audience == .internal && isForAgents && standing == .incoming
  }
}

/// What the provider that reads an edition is to the projects that a page is about.
enum Standing {
  case stranger, party, incoming
}

extension AudienceMark {
  /// Reads `{team}`, `{partner parties="svarsund"}`, `{internal agents}`. What cannot be read is for the fewest.
  static func read(_ directive: Directive, _ file: SourceFile, _ diagnostics: inout [Diagnostic]) -> AudienceMark {
    guard let first = directive.arguments.first, first.name.isEmpty, let audience = Audience(rawValue: first.value)
    else {
      diagnostics.append(noAudience(directive, file))
      return .fewest
    }
    var parties: Set<String>?
    var isForAgents = false
    for argument in directive.arguments.dropFirst() {
      switch (argument.name, argument.value) {
      case ("parties", let names) where audience == .partner && !names.isEmpty:
        parties = Set(names.split { $0 == " " || $0 == "," }.map(String.init))
      case ("", "agents") where audience == .internal, ("agents", "true") where audience == .internal:
        isForAgents = true
      default:
        diagnostics.append(badArgument(argument, file))
        return .fewest
      }
    }
    return AudienceMark(audience: audience, parties: parties, isForAgents: isForAgents)
  }

  private static func noAudience(_ directive: Directive, _ file: SourceFile) -> Diagnostic {
    let word = directive.arguments.first
    return Diagnostic(
      "audience", at: Place(file, word?.span ?? directive.span), "\"\(word?.value ?? "")\" is not an audience",
      rule: "an audience is one of \(Audience.names.joined(separator: ", "))",
      help: word.map { didYouMean($0.value, among: Audience.names) } ?? "write {team}")
  }

  private static func badArgument(_ argument: Directive.Argument, _ file: SourceFile) -> Diagnostic {
    Diagnostic(
      "audience", at: Place(file, argument.span), "this does not say whom the part is for",
      rule: "beside the audience stands parties=\"…\" with partner, or agents with internal",
      help: "write {partner parties=\"one another\"}, {internal agents}, or the audience alone")
  }
}
