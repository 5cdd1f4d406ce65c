// Which pages belong together (languages of one page), which section they are in, and in which order they are read.

import Languages
import Syntax

/// The skeleton of a site, from the pages' identities alone.
struct SiteOutline {
  var groups: [PageGroup] = []
  var sections: [Section] = []
  /// By group: the text in each language of the site, nil where it is missing.
  var texts: [[ParsedPage?]] = []
  /// Group by page key.
  private(set) var groupOfKey: [String: Int] = [:]
  private let languages: [LanguageTag]

  init(_ pages: [ParsedPage], languages: [LanguageTag]) {
    self.languages = languages
    let folders = addTexts(pages)
    addSections(folders)
  }

  /// Pages come in the order of their paths, so the languages of one page are neighbours.
  private mutating func addTexts(_ pages: [ParsedPage]) -> [String] {
    var folders: [String] = []
    for page in pages {
      guard let language = languages.firstIndex(of: page.identity.language) else { continue }
      if let last = texts.indices.last, folders[last] == page.identity.folder,
        texts[last].contains(where: {
          $0?.identity.key == page.identity.key && $0?.identity.isIndex == page.identity.isIndex
        })
      {
        texts[last][language] = page
      } else {
        var row = [ParsedPage?](repeating: nil, count: languages.count)
        row[language] = page
        texts.append(row)
        folders.append(page.identity.folder)
      }
    }
    return folders
  }

  private mutating func addSections(_ folders: [String]) {
    var sectionOfFolder: [String: Int] = [:]
    var parents: [Int] = []
    var keys: [String] = []
    func section(_ folder: String) -> Int {
      if let known = sectionOfFolder[folder] { return known }
      let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/"))
      let parent = folder.isEmpty ? -1 : section(slash.map { String(folder[..<$0]) } ?? "")
      sectionOfFolder[folder] = keys.count
      keys.append(folder)
      parents.append(parent)
      return keys.count - 1
    }
    let sectionOfGroup = folders.map { section($0) }
    var landings = [Int](repeating: -1, count: keys.count)
    var members = [[Int]](repeating: [], count: keys.count)
    groups.reserveCapacity(texts.count)
    groupOfKey.reserveCapacity(texts.count)
    for (group, row) in texts.enumerated() where row.contains(where: { $0?.identity.isIndex == true }) {
      landings[sectionOfGroup[group]] = group
    }
    // A folder without a landing page (or with one this audience may not see) lends its pages to the one around it, so
    // that every page is reached from the home page.
    func shownIn(_ section: Int) -> Int {
      var section = section
      while section > 0, landings[section] < 0 { section = max(0, parents[section]) }
      return section
    }
    for (group, row) in texts.enumerated() {
      guard let page = row.lazy.compactMap(\.self).first else { continue }
      let own = sectionOfGroup[group]
      let isIndex = page.identity.isIndex
      let folder = isIndex ? parents[own] : own
      let parent = folder < 0 ? -1 : shownIn(folder)
      if parent >= 0 { members[parent].append(group) }
      groups.append(
        PageGroup(key: page.identity.key, pages: [], landingOf: isIndex ? own : -1, folder: folder, section: parent))
      groupOfKey[page.identity.key] = group
    }
    for index in keys.indices {
      let sorted = inOrder(members[index])
      sections.append(Section(key: keys[index], parent: parents[index], landing: landings[index], members: sorted))
    }
  }

  /// By `order` of the source, then by key: the same in every language.
  private func inOrder(_ members: [Int]) -> [Int] {
    guard members.count > 1 else { return members }
    let keyed = members.map { group in (order(of: group), group) }
    return keyed.sorted { a, b in a.0 != b.0 ? a.0 < b.0 : groups[a.1].key < groups[b.1].key }.map(\.1)
  }

  private func order(of group: Int) -> Int64 {
    original(of: group)?.frontMatter[PageFields.order]?.mantissa ?? Int64.max
  }

  /// The text that the others are translations of: the one without `source`. Two of them are an error.
  func source(of group: Int, _ diagnostics: inout [Diagnostic]) -> ParsedPage? {
    let present = texts[group].compactMap(\.self)
    let originals = present.filter { $0.frontMatter[PageFields.source] == nil }
    if originals.count > 1 { diagnostics.append(Self.twoSources(originals)) }
    return originals.first ?? present.first
  }

  /// The same, without a word about a second one.
  private func original(of group: Int) -> ParsedPage? {
    let present = texts[group].lazy.compactMap(\.self)
    return present.first { $0.frontMatter[PageFields.source] == nil } ?? present.first
  }

  /// The landing page of the section that a group belongs to.
  func landing(around group: Int) -> ParsedPage? {
    let section = groups[group].landingOf >= 0 ? groups[group].landingOf : groups[group].section
    guard section >= 0, sections[section].landing >= 0 else { return nil }
    return original(of: sections[section].landing)
  }

  /// The route of every group in every language: the section's, and the page's own slug.
  func routes(_ languages: [LanguageTag]) -> [[String]] {
    var sectionRoutes = [[String]](repeating: [], count: sections.count)
    for index in sections.indices {
      // A section comes after the one around it.
      let section = sections[index]
      sectionRoutes[index] = languages.indices.map { language in
        guard section.parent >= 0 else { return languages[language].code + "/" }
        return sectionRoutes[section.parent][language] + slug(ofSection: section, language) + "/"
      }
    }
    return groups.indices.map { group in
      let landing = groups[group].landingOf
      if landing >= 0 { return sectionRoutes[landing] }
      let section = groups[group].folder
      return languages.indices.map { sectionRoutes[section][$0] + slug(of: group, $0) + "/" }
    }
  }

  private func slug(ofSection section: Section, _ language: Int) -> String {
    if section.landing >= 0, let slug = writtenSlug(of: section.landing, language) { return slug }
    return Self.lastPart(section.key)
  }

  private func slug(of group: Int, _ language: Int) -> String {
    writtenSlug(of: group, language) ?? Self.lastPart(groups[group].key)
  }

  private func writtenSlug(of group: Int, _ language: Int) -> String? {
    (texts[group][language] ?? original(of: group))?.frontMatter[PageFields.slug]
  }

  private static func lastPart(_ key: String) -> String {
    guard let slash = key.utf8.lastIndex(of: UInt8(ascii: "/")) else { return key }
    return String(key[key.utf8.index(after: slash)...])
  }

  private static func twoSources(_ pages: [ParsedPage]) -> Diagnostic {
    Diagnostic(
      "translation", at: Place(pages[1].file, SourceSpan(at: 0)), "two languages claim to be the source of this page",
      rule: "one language of a page is written first; the others say source: with its code",
      help: "add source: \(pages[0].identity.language) to the translation",
      related: [.init("the other one", Place(pages[0].file, SourceSpan(at: 0)))])
  }
}
