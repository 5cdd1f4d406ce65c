// Every rule there is by its id: those of projects, those of the reader, those of the site; for waivers and explanations.

extension Rules {
  /// The rules of the data, in the order of their ids; the site adds its own.
  package static let catalogue: [any RuleDescription.Type] =
    (all + [UnknownKey.self]).sorted { order($0.id) < order($1.id) }

  /// `V09` before `V10`, and names after numbers.
  private static func order(_ id: String) -> String { id.utf8.first == UInt8(ascii: "V") ? id : "~" + id }

  package static func description(_ id: String) -> (any RuleDescription.Type)? { catalogue.first { $0.id == id } }

  /// Rules of the catalogue that belong to parts of the work that are not there yet, and which part that is.
  package static let reserved: [(ids: [String], part: String)] = [
    ((46...56).map { "V\($0)" } + ["V63", "V68"], "notices and the acts that are signed"),
    (["V59"], "the freshness of translations"),
  ]
}

/// V03: a key that its entity does not have. The reader finds it.
package enum UnknownKey: RuleDescription {
  package static let id = "V03"
  package static let weight = RuleClass.integrity
  package static let rationale = "A record has the fields of its entity; keys of your own begin with x-."
  package static let messages: [String: RuleMessage] = [:]
  package static let example = RuleExample(
    broken: """
      risks.yaml
        - { id: r01, title: Exceptions are lost, owner: kno, ‸probabilty: 4 }
      """,
    sound: """
      risks.yaml
        - { id: r01, title: Exceptions are lost, owner: kno, probability: 4, x-workshop: March }
      """)
}
