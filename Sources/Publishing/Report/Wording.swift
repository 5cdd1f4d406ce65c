// The language in which the program speaks to the person who runs it: findings, what is wrong with a request.

import Foundation
import Languages
import Rendering
package import Syntax

/// English, or one of the languages whose messages the program carries.
package struct Wording: Sendable {
  /// Nil for English, in which the messages are written.
  private let language: Language?
  private let messages: [String: String]

  package static let english = Wording()
  package static let codes = ["en", "it", "sv", "de"]

  private init(_ language: Language? = nil, _ messages: [String: String] = [:]) {
    (self.language, self.messages) = (language, messages)
  }

  /// Nil for a language without messages.
  package init?(_ code: String) {
    if code == "en" {
      self.init()
      return
    }
    guard let tag = LanguageTag(code), Self.codes.contains(code), let language = LanguageLoader.carried(tag),
      let messages = CarriedMessages.texts(code)
    else { return nil }
    self.init(language, messages)
  }

  private static let variable = "STAFFETTA_LANGUAGE"

  /// The language of the environment, as POSIX has it: LC_ALL before LC_MESSAGES before LANG. It is kept in a variable
  /// of our own, since nothing else may depend on the others, and they are taken away.
  package static func keepLanguage() {
    let environment = ProcessInfo.processInfo.environment
    let names = [variable, "LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    setenv(variable, String(locale.prefix(2)).lowercased(), 1)
  }

  /// English where the environment names no language that there are messages in.
  package static func ofEnvironment() -> Wording {
    Wording(ProcessInfo.processInfo.environment[variable] ?? "") ?? .english
  }

  package func callAsFunction(_ message: Message) -> String { message.filled { messages[$0] ?? $0 } }

  package func callAsFunction(_ diagnostic: Diagnostic) -> Diagnostic {
    language.map { diagnostic.said(in: $0, messages) } ?? diagnostic
  }

  /// What a column or a sheet of a workbook is called.
  func title(ofField field: String, in entity: String) -> String? {
    language.flatMap { $0.data.fields["\(entity).\(field)"] ?? $0.data.fields[field] }
  }

  func title(ofCollection name: String) -> String? { language?.data.collections[name] }
}
