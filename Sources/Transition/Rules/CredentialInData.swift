// A password, key or token written into the data: what is kept in a vault is named by its entry, never told.

import Syntax

enum CredentialInData: Rule {
  static let id = "credential"
  static let weight = RuleClass.safety
  static let rationale = "Data is read by many and kept for years: secrets stay in the vault, secretRef says where."
  static let messages = [
    "secret": RuleMessage(
      "{field} looks like a password, a key or a token",
      "change the secret now, keep it in the vault, and write secretRef: the name of its entry")
  ]
  static let example = RuleExample(
    broken: """
      accessItems.yaml
        - { system: Ticket system, who: client, secretRef: ‸"password: Sommar2026!" }
      """,
    sound: """
      accessItems.yaml
        - { system: Ticket system, who: client, secretRef: vault entry ticket-system }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    var findings: [Finding] = []
    for root in context.all.everyRecord {
      RecordWalk.visit(root, where: \.holdsFreeText) { schema, position, located in
        guard contains(located.value, where: mayHoldOne) else { return }
        let field = schema.fields[position].name
        if contains(located.value, where: { mayHoldOne($0) && looksSecret($0, isReference: field == "secretRef") }) {
          findings.append(Finding("secret", at: Place(root.file, located.span), ["field": field], of: root))
        }
      }
    }
    return findings
  }

  private static func contains(_ value: Value, where isSuch: (String) -> Bool) -> Bool {
    switch value {
    case .text(let text): isSuch(text)
    case .localized(let text), .markdown(let text): text.entries.contains { isSuch($0.text) }
    default: false
    }
  }

  /// Words before a colon or an equals sign that are followed by a secret, in the languages of the house.
  private static let words = [
    "password", "passwort", "kennwort", "lösenord", "passord", "pwd", "api-key", "api key", "apikey", "secret",
    "token", "geheimnis", "hemlighet", "parola d'ordine", "client_secret", "access_key",
  ]
  /// How keys of well-known services begin.
  private static let beginnings = [
    "-----BEGIN ", "AKIA", "ghp_", "github_pat_", "glpat-", "xoxb-", "xoxp-", "sk_live_", "eyJhbGciOi",
  ]

  static func looksSecret(_ text: String, isReference: Bool) -> Bool {
    let bytes = Array(text.utf8)
    if beginnings.contains(where: { ByteSearch.first($0, in: bytes) != nil }) { return true }
    if isReference, isRandom(bytes) { return true }
    guard bytes.contains(where: isSign) else { return false }
    let lower = Array(text.lowercased().utf8)
    return words.contains { ByteSearch.rests(after: $0, in: lower).contains(where: beginsWithValue) }
      || hasUserInfo(lower)
  }

  /// Most texts have neither a colon nor an equals sign, nor a word of sixteen bytes that is more than letters.
  private static func mayHoldOne(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var (length, isPlain) = (0, true)
      for byte in bytes {
        if isSign(byte) { return true }
        if byte <= 0x20 {
          (length, isPlain) = (0, true)
        } else {
          length += 1
          isPlain = isPlain && isLetter(byte | 0x20)
          if length >= 16, !isPlain { return true }
        }
      }
      return false
    }
  }

  /// After a word and its sign: at least six bytes that are not letters only.
  private static func beginsWithValue(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let sign = rest.first(where: { $0 != 0x20 }), isSign(sign) else { return false }
    let value = rest.drop { $0 == 0x20 || $0 == sign }.prefix { $0 > 0x20 }
    return value.count >= 6 && value.contains { !isLetter($0) }
  }

  /// One word of at least 16 signs with letters of both kinds and digits: no name of an entry.
  private static func isRandom(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 16 && !bytes.contains(0x20) && !bytes.contains(UInt8(ascii: "/"))
      && bytes.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
      && bytes.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
      && bytes.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// `https://name:password@host`
  private static func hasUserInfo(_ bytes: [UInt8]) -> Bool {
    ByteSearch.rests(after: "://", in: bytes).contains { rest in
      let authority = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
      guard let sign = authority.firstIndex(of: UInt8(ascii: "@")) else { return false }
      return authority[..<sign].contains(UInt8(ascii: ":"))
    }
  }

  private static func isSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=") }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte >= 0x80
  }
}
