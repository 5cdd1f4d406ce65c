// A finding in another language: its text comes from a language file, its values stay what they are.

package import Languages
package import Syntax

extension Diagnostic {
  /// The same finding with the words of a language for what its rule says; as it is where there are none.
  package func said(in language: Language) -> Diagnostic {
    guard let key, let text = language.message(key, values) else { return self }
    var said = Diagnostic(
      id, severity, at: place, text, rule: language.message(id, [:]) ?? rule,
      help: language.message(key + ".help", values) ?? help, related: related)
    (said.key, said.values, said.record, said.acceptance) = (key, values, record, acceptance)
    said.quotesSource = quotesSource
    return said
  }
}
