// V64, V65 and V66: personal data without an end, machines that do not say so, Italian lines that must say more.

import Languages
import Syntax

enum PersonalDataReturn: Rule {
  static let id = "V64"
  static let weight = RuleClass.completeness
  static let rationale =
    "Personal data that a provider holds is given back or deleted, and it is decided which. (GDPR, article 28)"
  static let messages = [
    "missing": RuleMessage(
      "nothing says whether \"{id}\" is returned or deleted", "add returnOrDelete: return, or delete")
  ]
  static let example = RuleExample(
    broken: """
      dataAssets.yaml
        - { id: calls, name: Recorded calls, personalData: ‸true, holder: client }
      """,
    sound: """
      dataAssets.yaml
        - { id: calls, name: Recorded calls, personalData: true, holder: client, returnOrDelete: delete }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    context.all[DataAsset.schema].compactMap { asset in
      guard asset[DataAsset.personalData] == true, asset[DataAsset.returnOrDelete] == nil else { return nil }
      return Finding("missing", asset, "personalData")
    }
  }
}

enum MachineDisclosure: Rule {
  static let id = "V65"
  static let weight = RuleClass.safety
  static let rationale = "A machine that talks with customers says that it is one. (AI Act, article 50)"
  static let messages = [
    "missing": RuleMessage(
      "the channel \"{id}\" is answered by a machine and does not say so", "add disclosure: the words it says")
  ]
  static let example = RuleExample(
    broken: """
      channels.yaml
        - { id: bot, kind: chat, market: SE, address: "https://nordhem.example/chat", ai: ‸true, validFrom: 2026-03-02 }
      """,
    sound: """
      channels.yaml
        - id: bot
          kind: chat
          market: SE
          address: "https://nordhem.example/chat"
          ai: true
          disclosure: You are writing with a program.
          validFrom: 2026-03-02
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    context.all[Channel.schema].compactMap { channel in
      guard channel[Channel.ai] == true || channel[Channel.kind] == "bot", channel[Channel.disclosure] == nil else {
        return nil
      }
      return Finding("missing", channel, channel[Channel.ai] == true ? "ai" : "kind")
    }
  }
}

enum ItalianPhoneChannel: Rule {
  static let id = "V66"
  static let weight = RuleClass.advice
  static let rationale =
    "In Italy callers are told from which country they are answered, and numbers of call centres are registered; "
    + "ask counsel. (D.L. 83/2012, art. 24-bis)"
  static let messages = [
    "countries": RuleMessage("the line \"{id}\" does not say where those who answer sit", "add operatorCountries"),
    "announcement": RuleMessage(
      "the line \"{id}\" has no announcement", "add announcement: the words callers hear first"),
    "register": RuleMessage(
      "the new number \"{id}\" has no item for the number register", "add a legal item of regime number-register for IT"
    ),
  ]
  static let example = RuleExample(
    broken: """
      channels.yaml
        - { id: ‸phone-it, kind: phone, market: IT, address: "+39 000 0021", validFrom: 2026-04-13, announcement: Rispondiamo da Bari }
      """,
    sound: """
      channels.yaml
        - id: phone-it
          kind: phone
          market: IT
          address: "+39 000 0021"
          validFrom: 2026-04-13
          announcement: Rispondiamo da Bari
          operatorCountries: [IT]
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    let isRegistered = context.all[LegalItem.schema].contains {
      $0[LegalItem.regime] == "number-register" && $0[LegalItem.country] == "IT"
    }
    return context.all[Channel.schema].flatMap { channel -> [Finding] in
      guard channel[Channel.kind] == "phone", channel[Channel.market] == "IT", !isReplaced(channel, context) else {
        return []
      }
      var found: [Finding] = []
      if (channel[Channel.operatorCountries] ?? []).isEmpty { found.append(Finding("countries", channel, "id")) }
      if channel[Channel.announcement] == nil { found.append(Finding("announcement", channel, "kind")) }
      if channel[Channel.replaces] != nil, !isRegistered { found.append(Finding("register", channel, "address")) }
      return found
    }
  }

  /// A line that another one takes over from is on its way out.
  private static func isReplaced(_ channel: Record, _ context: RuleContext) -> Bool {
    context.all[Channel.schema].contains { $0[Channel.replaces] == channel.id }
  }
}
