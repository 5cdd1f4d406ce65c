// The languages of a site: what the program carries, with the site's own texts over it, key by key.

package import Languages
import Rendering
import Site
import Syntax
import Transition

package enum LanguageLoader {
  /// A language that the program carries, by its code.
  package static func carried(_ tag: LanguageTag) -> Language? {
    guard let bytes = Theme.carried["languages/\(tag).yaml"] else { return nil }
    let (data, _) = LanguageFile.read(SourceFile(path: "", bytes: bytes), tag: tag)
    var problems: [String] = []
    return Language(data, problems: &problems)
  }

  /// What fields are called in the languages of a site, and in those that the program carries.
  static func titles(_ languages: [Language]) -> FieldTitles {
    let known = Set(languages.map(\.tag))
    let others = Theme.carried.keys.sorted().compactMap { path -> LanguageData? in
      guard path.hasPrefix("languages/"), path.hasSuffix(".yaml"), let bytes = Theme.carried[path],
        let tag = LanguageTag(String(path.dropFirst("languages/".count).dropLast(".yaml".count))), !known.contains(tag)
      else { return nil }
      return LanguageFile.read(SourceFile(path: "", bytes: bytes), tag: tag).0
    }
    return FieldTitles(languages.map(\.data) + others)
  }

  static func load(_ configuration: SiteConfiguration, _ templates: [String: SourceFile]) -> ([Language], [Diagnostic])
  {
    var languages: [Language] = []
    var diagnostics: [Diagnostic] = []
    for tag in configuration.languages {
      let path = "languages/\(tag).yaml"
      let own = templates[path]
      let carried = Theme.carried[path].map { SourceFile(path: "templates/" + path, bytes: $0) }
      guard own != nil || carried != nil else {
        diagnostics.append(missing(tag, configuration))
        continue
      }
      var data = LanguageData(tag: tag, name: "")
      for file in [carried, own].compactMap(\.self) {
        let (read, problems) = LanguageFile.read(file, tag: tag)
        diagnostics += problems
        data = data.overridden(by: read)
      }
      var problems: [String] = []
      languages.append(Language(data, problems: &problems))
      let place = Place(path: "templates/" + path)
      diagnostics += (problems + missingTexts(data)).map { broken(Message(verbatim: $0), place) }
    }
    return (languages, diagnostics)
  }

  /// Texts that the shipped languages have and this one lacks: each would show as an empty place on a page.
  private static func missingTexts(_ data: LanguageData) -> [String] {
    guard let bytes = Theme.carried["languages/it.yaml"], let italian = LanguageTag("it") else { return [] }
    let (reference, _) = LanguageFile.read(SourceFile(path: "", bytes: bytes), tag: italian)
    let lacking = Set(reference.strings.keys).subtracting(data.strings.keys).sorted()
    return lacking.isEmpty ? [] : ["these strings are missing: " + lacking.joined(separator: ", ")]
  }

  private static func missing(_ tag: LanguageTag, _ configuration: SiteConfiguration) -> Diagnostic {
    Diagnostic(
      "language-file", at: configuration.record.place(of: "languages"), "there are no texts for \"\(tag)\"",
      rule: "a language is a file templates/languages/<code>.yaml",
      help: "write templates/languages/\(tag).yaml; start from a copy of another language's file")
  }

  private static func broken(_ problem: Message, _ place: Place) -> Diagnostic {
    Diagnostic(
      "language-file", at: place, problem, rule: "a language file has every text of the interface and valid rules",
      help: "complete the file")
  }
}
