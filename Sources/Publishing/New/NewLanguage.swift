// One more language for a site: its code in site.yaml, its texts, and every page as a draft for the translator.

import Foundation
import Languages
import Rendering
import Site
import Syntax

/// The pages hold the text that they are to be translated from, and are drafts until then: the team sees what there is
/// to do, while everybody else goes on reading the original, which says in their language what it is.
enum NewLanguage: NewSort {
  static let kind = "language"

  static func make(_ name: String, in site: OpenSite) throws -> NewThing {
    guard let tag = LanguageTag(name) else {
      throw RequestError(message: "\"\(name)\" is not a language's code: write fr, nb or pt-BR")
    }
    guard !site.languages.contains(name) else {
      throw RequestError(message: "\(name) is a language of the site already; nothing was written")
    }
    let configuration = try LanguageList.adding(name, to: site)
    let pages = drafts(tag, site)
    var thing = NewThing(files: pages, edits: [configuration.edit])
    let texts = "templates/languages/\(tag).yaml"
    if Theme.carried["languages/\(tag).yaml"] == nil, site.entry(texts) == nil {
      thing.files.append(NewFile(path: texts, text: try self.texts(tag, site)))
      thing.next.append("\(texts):1: the texts of the interface, dates, plurals, lists and quotes")
    }
    if site.configuration.name[tag] == nil {
      thing.next.append("\(SiteConfiguration.path):\(configuration.nameLine): the site's name in \(tag)")
    }
    if let first = pages.first {
      let line = NewTexts.line("status: draft", in: first.text)
      thing.next.append(
        "\(first.path):\(line): translate, then delete status: draft; so with \(pages.count) pages in all")
    }
    if let strict = site.configuration.record.located(SiteFields.missingTranslation.spec.name),
      (site.configuration.record[SiteFields.missingTranslation]?.entries ?? []).contains(where: {
        String.from($0.value.value) == "error"
      })
    {
      let line = site.configuration.record.file.position(of: strict.span.range.lowerBound).line
      thing.next.append(
        "\(SiteConfiguration.path):\(line): missingTranslation refuses to build without some of these pages: begin there"
      )
    }
    return thing
  }

  /// A page in the new language for each that the site has.
  private static func drafts(_ tag: LanguageTag, _ site: OpenSite) -> [NewFile] {
    let groups = Dictionary(grouping: site.parsed.content.pages) { stem($0.file.path) }
    return groups.sorted { $0.key < $1.key }.compactMap { stem, pages in
      let originals = pages.filter { $0.frontMatter[PageFields.source] == nil }
      let isSource = { (page: ParsedPage) in page.identity.language == site.configuration.sourceLanguage }
      let original = originals.first(where: isSource) ?? originals.first ?? pages.first(where: isSource)
      let path = "\(stem).\(tag).md"
      guard let original, site.entry(path) == nil else { return nil }
      return NewFile(path: path, text: draft(of: original))
    }
  }

  /// `content/index.it.md` → `content/index`.
  private static func stem(_ path: String) -> String {
    path.split(separator: ".", omittingEmptySubsequences: false).dropLast(2).joined(separator: ".")
  }

  private static func draft(of page: ParsedPage) -> String {
    let (parts, _) = FrontMatter.split(page.file)
    let bytes = page.file.bytes
    let head = String(decoding: bytes[parts.yaml ?? 0..<0], as: UTF8.self)
    let kept = head.split(separator: "\n", omittingEmptySubsequences: false).dropLast().filter { line in
      !line.hasPrefix("source:") && !line.hasPrefix("status:")
    }
    let lines = kept.map(String.init) + ["source: \(page.identity.language)", "status: draft"]
    return "---\n" + lines.joined(separator: "\n") + "\n---\n" + String(decoding: bytes[parts.body...], as: UTF8.self)
  }

  // MARK: Texts

  /// The source language's texts under the new code.
  private static func texts(_ tag: LanguageTag, _ site: OpenSite) throws -> String {
    let path = "languages/\(site.source).yaml"
    let bytes = Theme.carried[path] ?? site.entry("templates/" + path)?.bytes ?? []
    let own = Locale(identifier: tag.code).localizedString(forIdentifier: tag.code) ?? tag.code
    let name = own.prefix(1).uppercased() + own.dropFirst()
    let text = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let lines = text.drop { $0.hasPrefix("#") }.map { line in
      if line.hasPrefix("code:") { return "code: \(tag)" }
      if line.hasPrefix("name:") { return "name: \"\(name)\"" }
      return line.hasPrefix("collation:") ? "collation: \"\(tag.code)\"" : String(line)
    }
    let whole =
      "# \(name). Every text is still in \"\(site.source)\" and is to be translated; dates, plurals, lists, quotes and\n"
      + "# noBreak follow the rules of the language. staffetta check names what is missing.\n"
      + lines.joined(separator: "\n")
    try checkLoads(whole, tag)
    return whole
  }

  private static func checkLoads(_ text: String, _ tag: LanguageTag) throws {
    let (data, found) = LanguageFile.read(SourceFile(path: "", text: text), tag: tag)
    var problems: [String] = []
    _ = Language(data, problems: &problems)
    if let problem = found.first?.message ?? problems.first {
      throw RequestError(message: "texts for \"\(tag)\" cannot be made of another language's: \(problem)")
    }
  }
}
