// The program's messages in the languages that it carries, for pages that show them and for what a run prints.

import Languages
import Site
import Syntax

package enum CarriedMessages {
  /// The texts of a language by the English pattern; nil for a language without messages.
  package static func texts(_ code: String) -> [String: String]? {
    guard let bytes = Theme.carried["messages/\(code).yaml"],
      let node = YAMLReader.read(SourceFile(path: "", bytes: bytes)).0
    else { return nil }
    return Dictionary((node.entries ?? []).map { ($0.key, $0.value.text ?? "") }) { first, _ in first }
  }

  /// Read when the first page asks for one.
  private static let onPages = Dictionary(
    ["it", "sv", "de"].compactMap { code in texts(code).map { (code, $0) } }, uniquingKeysWith: { first, _ in first })

  /// A message as it stands on a page: in the page's language, else in English, which is marked as such.
  static func text(_ message: Message, in language: LanguageTag) -> MergedText {
    guard let texts = onPages[language.code] else { return MergedText(message.english, language: LanguageTag("en")) }
    return MergedText(message.filled { texts[$0] ?? $0 })
  }
}
