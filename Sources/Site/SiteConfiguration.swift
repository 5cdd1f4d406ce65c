// `content/site.yaml` as values: everything about the site that is not a page or a record.

package import Languages
package import Syntax
package import Transition

/// One edition of the site.
package struct Edition: Sendable {
  /// Its name: the folder below the output, `[a-z0-9-]`.
  package let name: String
  package let readers: Readership
  /// Where it is published, ending in `/`.
  package let url: String
  /// The site's name in this edition, where it has one of its own.
  package let title: LocalizedText?
  package let accent: AccentColour?

  /// The path of its address: `/`, or `/handover/` when it is published below one.
  package var path: String {
    let afterScheme = url.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 3, omittingEmptySubsequences: false)
    return afterScheme.count == 4 ? "/" + String(Substring(afterScheme[3])) : "/"
  }
}

package struct SiteConfiguration: Sendable {
  package let record: Record
  package let name: LocalizedText
  package let languages: [LanguageTag]
  package let sourceLanguage: LanguageTag
  package let timezone: String
  package let editions: [Edition]
  package let allowsRawHTML: Bool

  /// Path below the site's folder.
  package static let path = "content/site.yaml"

  /// Reads the file. Without the fields that every stage needs there is no configuration.
  package static func read(_ file: SourceFile) -> (SiteConfiguration?, [Diagnostic]) {
    let (node, syntax) = YAMLReader.read(file)
    guard let node, !syntax.hasErrors else { return (nil, syntax.hasErrors ? syntax : syntax + [empty(file)]) }
    var reader = RecordReader(file, sourceLanguage: sourceLanguage(node) ?? .english)
    guard let record = reader.record(node, SiteFields.schema) else { return (nil, syntax + reader.diagnostics) }
    var diagnostics = syntax + reader.diagnostics
    let editions = editions(record, &diagnostics)
    let languages = (record[SiteFields.languages] ?? []).compactMap { LanguageTag($0) }
    if languages.isEmpty, !diagnostics.hasErrors { diagnostics.append(noLanguage(record)) }
    guard let source = record[SiteFields.sourceLanguage].flatMap({ LanguageTag($0) }), !languages.isEmpty,
      let timezone = record[SiteFields.timezone], !diagnostics.hasErrors
    else { return (nil, diagnostics) }
    if Set(languages).count != languages.count || editions.isEmpty {
      diagnostics.append(emptyOrTwice(record, isTwice: !editions.isEmpty))
    }
    if !languages.contains(source) { diagnostics.append(foreignSource(source, record)) }
    let configuration = SiteConfiguration(
      record: record, name: record[SiteFields.name] ?? LocalizedText(), languages: languages, sourceLanguage: source,
      timezone: timezone, editions: editions, allowsRawHTML: record[SiteFields.rawHTML] ?? false)
    return (configuration, diagnostics)
  }

  private static func sourceLanguage(_ node: YAMLNode) -> LanguageTag? {
    node["sourceLanguage"]?.text.flatMap { LanguageTag($0) }
  }

  private static func editions(_ record: Record, _ diagnostics: inout [Diagnostic]) -> [Edition] {
    var editions: [Edition] = []
    for (name, value) in record[SiteFields.editions]?.entries ?? [] {
      guard let entry = Record.from(value.value), let url = entry[EditionFields.url],
        let audience = entry[EditionFields.audience].flatMap({ Audience(rawValue: $0) })
      else { continue }
      let place = Place(record.file, value.span)
      if !isIdentifier(name) { diagnostics.append(badName(name, place)) }
      if audience == .partner, entry[EditionFields.partner] == nil { diagnostics.append(noPartner(name, place)) }
      if !isBaseURL(url) { diagnostics.append(badURL(url, entry.place(of: "url"))) }
      let readers = Readership(audience, partner: audience == .partner ? entry[EditionFields.partner] : nil)
      editions.append(
        Edition(
          name: name, readers: readers, url: url.utf8.last == UInt8(ascii: "/") ? url : url + "/",
          title: entry[EditionFields.name], accent: accent(entry, &diagnostics)))
    }
    return editions
  }

  private static func accent(_ entry: Record, _ diagnostics: inout [Diagnostic]) -> AccentColour? {
    guard let text = entry[EditionFields.accent] else { return nil }
    guard let colour = AccentColour(text) else {
      diagnostics.append(noColour(text, entry.place(of: "accent")))
      return nil
    }
    if colour.contrastOnWhite < AccentColour.leastContrast { diagnostics.append(tooLight(colour, entry)) }
    return colour
  }

  private static func isBaseURL(_ url: String) -> Bool {
    guard let scheme = ["https://", "http://"].first(where: { url.utf8.starts(with: $0.utf8) }) else { return false }
    // The address also stands in the settings of servers: nothing in it may mean something there, or another host.
    let rest = url.utf8.dropFirst(scheme.utf8.count)
    let parts = rest.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let written = parts.last?.isEmpty == true ? parts.dropLast() : parts[...]
    return !written.isEmpty
      && written.allSatisfy { part in
        !part.isEmpty && !part.elementsEqual("..".utf8) && !part.elementsEqual(".".utf8)
          && part.allSatisfy(isAddressByte)
      }
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~%:".utf8.contains(byte)
    }
  }

  private static func foreignSource(_ language: LanguageTag, _ record: Record) -> Diagnostic {
    Diagnostic(
      "site-configuration", at: record.place(of: "sourceLanguage"),
      "\"\(language)\" is not one of the site's languages",
      rule: "the source language is one of languages", help: "add it to languages")
  }

  private static func empty(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      "site-configuration", at: Place(file, SourceSpan(at: 0)), "site.yaml says nothing",
      rule: "it names the site, its languages, its time zone and its editions",
      help: "write name, languages, sourceLanguage, timezone and editions")
  }

  private static func noLanguage(_ record: Record) -> Diagnostic {
    Diagnostic(
      "site-configuration", at: record.place(of: "languages"), "the site has no language",
      rule: "a site has at least one language", help: "add one: languages: [it]")
  }

  private static func emptyOrTwice(_ record: Record, isTwice: Bool) -> Diagnostic {
    Diagnostic(
      "site-configuration", at: record.place(of: isTwice ? "languages" : "editions"),
      isTwice ? "a language is named twice" : "the site has no edition",
      rule: "languages are named once, and there is at least one edition",
      help: isTwice ? "keep one" : "add one: editions: { wiki: { audience: internal, url: \"https://…\" } }")
  }

  private static func badName(_ name: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "site-configuration", at: place, "\"\(name)\" cannot name an edition", rule: identifierRule,
      help: "the name becomes a folder: write it with small letters and hyphens")
  }

  private static func noPartner(_ name: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "site-configuration", at: place, "the edition \"\(name)\" does not say for which partner it is",
      rule: "an edition for partners is for one of them, since partners do not see each other's records",
      help: "add partner: with the provider's id")
  }

  private static func noColour(_ text: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "accent", at: place, "\"\(text)\" is not a colour", rule: "a colour is # and six digits of 0-9 and a-f",
      help: "write it as \"#1f5f4a\", in quotes")
  }

  private static func tooLight(_ colour: AccentColour, _ entry: Record) -> Diagnostic {
    let contrast = (colour.contrastOnWhite * 10).rounded(.down) / 10
    return Diagnostic(
      "accent", at: entry.place(of: "accent"),
      "links in \(colour.text) cannot be read: contrast \(contrast):1 on white",
      rule:
        "an accent has at least \(Int(AccentColour.leastContrast)):1 on white (WCAG 2.2, 1.4.3, with room for tints)",
      help: "the nearest darker one that can be read is \(colour.readable.text)")
  }

  private static func badURL(_ url: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "site-configuration", at: place, "\"\(url)\" is not the address of a site",
      rule: "url is http:// or https:// with a host and, if need be, a path of letters, digits and -._~%", help: nil)
  }
}
