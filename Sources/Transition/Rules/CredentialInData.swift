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
    var found: [Finding] = []
    for root in context.all.everyRecord {
      RecordWalk.visit(root) { spec, located in
        if holdsSecret(located.value, isReference: spec.name == "secretRef") {
          found.append(Finding("secret", at: Place(root.file, located.span), ["field": spec.name], of: root))
        }
      }
    }
    return found
  }

  private static func holdsSecret(_ value: Value, isReference: Bool) -> Bool {
    switch value {
    case .text(let text): looksSecret(text, isReference: isReference)
    case .localized(let text), .markdown(let text):
      text.entries.contains { looksSecret($0.text, isReference: isReference) }
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
    guard mayHoldOne(text) else { return false }
    if beginnings.contains(where: { holds(text, $0) }) { return true }
    if isReference, isRandom(text) { return true }
    let lower = text.lowercased()
    return words.contains { word in
      parts(of: lower, after: word).contains { rest in
        guard let sign = rest.first(where: { $0 != 0x20 }), sign == UInt8(ascii: ":") || sign == UInt8(ascii: "=")
        else { return false }
        let value = rest.drop { $0 == 0x20 || $0 == sign }.prefix { $0 > 0x20 }
        return value.count >= 6 && value.contains { !isLetter($0) }
      }
    } || hasUserInfo(lower)
  }

  /// Most texts have neither a colon nor an equals sign nor a word of sixteen bytes or with five hyphens.
  private static func mayHoldOne(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var (length, hyphens) = (0, 0)
      for byte in bytes {
        if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=") { return true }
        length = byte > 0x20 ? length + 1 : 0
        hyphens = byte == UInt8(ascii: "-") ? hyphens + 1 : 0
        if length >= 16 || hyphens >= 5 { return true }
      }
      return false
    }
  }

  /// One word of at least 16 signs with letters of both kinds and digits: no name of an entry.
  private static func isRandom(_ text: String) -> Bool {
    let bytes = text.utf8
    return bytes.count >= 16 && !bytes.contains(0x20) && !bytes.contains(UInt8(ascii: "/"))
      && bytes.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
      && bytes.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
      && bytes.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// `https://name:password@host`
  private static func hasUserInfo(_ text: String) -> Bool {
    parts(of: text, after: "://").contains { rest in
      let authority = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
      guard let sign = authority.firstIndex(of: UInt8(ascii: "@")) else { return false }
      return authority[..<sign].contains(UInt8(ascii: ":"))
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte >= 0x80
  }

  private static func holds(_ text: String, _ part: String) -> Bool { !parts(of: text, after: part).isEmpty }

  /// What follows each occurrence of a word.
  private static func parts(of text: String, after word: String) -> [ArraySlice<UInt8>] {
    let (bytes, wanted) = (Array(text.utf8), Array(word.utf8))
    guard bytes.count >= wanted.count else { return [] }
    return (0...bytes.count - wanted.count).compactMap { at in
      bytes[at] == wanted[0] && bytes[at..<at + wanted.count].elementsEqual(wanted)
        ? bytes[(at + wanted.count)...] : nil
    }
  }
}
