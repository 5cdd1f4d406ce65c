// A finding in another language: its text comes from the language's files, its values stay what they are.

package import Languages
package import Syntax

extension Diagnostic {
  /// The same finding with the words of a language; in English where there are none. What rules say stands in the
  /// language's file by a key, all other texts in `messages` by their English pattern.
  package func said(in language: Language, _ messages: [String: String]) -> Diagnostic {
    func said(_ message: Message) -> Message { Message(verbatim: message.filled { messages[$0] ?? $0 }) }
    func ruled(_ key: String, _ values: [String: String]) -> Message? {
      language.message(key, values).map(Message.init(verbatim:))
    }
    let all = values.merging(notes.mapValues { said($0).english }) { $1 }
    let own = key.flatMap { ruled($0, all) }
    let others = related.map { Related(said($0.words), $0.place) }
    return worded(
      own ?? said(words.message), (own == nil ? nil : ruled(id, [:])) ?? words.rule.map(said),
      (own == nil ? nil : key.flatMap { ruled($0 + ".help", all) }) ?? words.help.map(said), ending.map(said), others)
  }
}
