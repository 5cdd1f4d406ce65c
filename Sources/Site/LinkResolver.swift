// Links and keys → destinations in the site; or a message that tells "hidden" from "unknown" without quoting the hidden.

import Syntax
import Transition

struct LinkResolver {
  let outline: SiteOutline
  let content: ParsedContent
  let names: NameIndex
  private let files: Set<String>
  /// Anchors by page, for those that were linked to with one.
  private var anchors: [Int: Set<String>] = [:]

  init(outline: SiteOutline, content: ParsedContent, names: NameIndex) {
    self.outline = outline
    self.content = content
    self.names = names
    files = Set(content.files.map(\.path))
  }

  /// `pages` are all pages of the edition, whose anchors are known by now.
  mutating func resolve(_ page: SitePage, among pages: [SitePage], _ diagnostics: inout [Diagnostic])
    -> LinkDestinations
  {
    let document = page.source.document
    var destinations = LinkDestinations()
    for link in document.pageLinks {
      destinations.pageLinks.append(
        resolve(key: link.key, anchor: link.anchor, link.span, link.scope, page, pages, &diagnostics))
    }
    for link in document.links {
      if let url = link.url.constant {
        destinations.links.append(
          WebAddress.isRelative(url) ? resolve(relative: url, link, page, pages, &diagnostics) : .address)
      } else if link.url.pieces.count == 1, case .pageLink(let index) = link.url.pieces[0] {
        destinations.links.append(destinations.pageLinks[index])
      } else {
        let holdsPage = link.url.pieces.contains { if case .pageLink = $0 { true } else { false } }
        if holdsPage { diagnostics.append(Self.mixed(Place(document.source, link.span))) }
        destinations.links.append(.address)
      }
    }
    return destinations
  }

  // MARK: Keys

  private mutating func resolve(
    key: String, anchor: String?, _ span: SourceSpan, _ scope: Int32, _ page: SitePage,
    _ pages: [SitePage], _ diagnostics: inout [Diagnostic]
  ) -> LinkDestination {
    let readers = page.source.audience(inScope: scope)
    let place = Place(page.source.document.source, span)
    let key = Self.withoutIndex(key)
    let candidates = self.candidates(key, page)
    guard candidates.count == 1, let full = candidates.first else {
      if candidates.isEmpty, names.isUnread(key) { return .broken }
      diagnostics.append(candidates.isEmpty ? unknownKey(key, place) : ambiguous(key, candidates, place))
      return .broken
    }
    guard let needed = names.audience(ofPage: full), needed <= readers, let group = outline.groupOfKey[full] else {
      diagnostics.append(LinkToHidden.finding("page", key, readers, place))
      return .broken
    }
    return checked(anchor, group, place, page, pages, &diagnostics)
  }

  /// Full keys that a short one may mean: in the page's project first, then anywhere.
  private func candidates(_ key: String, _ page: SitePage) -> [String] {
    if names.audience(ofPage: key) != nil { return [key] }
    let all = names.pages(endingIn: key)
    if page.project >= 0 {
      let folder = "projects/\(content.projects[page.project].id)/"
      let inProject = all.filter { $0.utf8.starts(with: folder.utf8) }
      if !inProject.isEmpty { return inProject }
    }
    return all
  }

  /// `steps/index` and `steps` are the same page.
  private static func withoutIndex(_ key: String) -> String {
    if key == "index" { return "" }
    let ending = "/index".utf8
    return key.utf8.reversed().starts(with: ending.reversed()) ? String(key.dropLast(ending.count)) : key
  }

  // MARK: Relative links

  private mutating func resolve(
    relative url: String, _ link: LinkTarget, _ page: SitePage, _ pages: [SitePage],
    _ diagnostics: inout [Diagnostic]
  ) -> LinkDestination {
    let place = Place(page.source.document.source, link.span)
    let readers = page.source.audience(inScope: link.scope)
    let parts = url.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let anchor = parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil
    if parts.first?.isEmpty ?? true { return checked(anchor, page.group, place, page, pages, &diagnostics) }
    guard let path = Self.path(parts[0], from: page.source.identity.folder) else {
      diagnostics.append(Self.broken(url, place, nil))
      return .broken
    }
    if let audience = names.audience(ofFile: path) {
      if audience <= readers, files.contains(path) { return .file(path) }
      diagnostics.append(LinkToHidden.finding("file", path, readers, place))
      return .broken
    }
    let key = Self.key(ofPath: path, link.isImage)
    guard let needed = names.audience(ofPage: key) else {
      if names.isUnread(key) { return .broken }
      diagnostics.append(Self.broken(url, place, suggestion(for: key, among: outline.groups.map(\.key))))
      return .broken
    }
    guard needed <= readers, let group = outline.groupOfKey[key] else {
      diagnostics.append(LinkToHidden.finding("page", key, readers, place))
      return .broken
    }
    return checked(anchor, group, place, page, pages, &diagnostics)
  }

  /// A link's path below `content`: relative to the folder of the page's file, or from the top when it begins with `/`.
  private static func path(_ url: String, from folder: String) -> String? {
    let isAbsolute = url.utf8.first == UInt8(ascii: "/")
    var parts = isAbsolute ? [] : folder.split(separator: "/").map(String.init)
    for part in url.split(separator: "/") {
      if part == ".." {
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      } else if part != "." {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  /// `steps/risks.it.md`, `steps/risks.md` and `steps/risks/` all mean the page `steps/risks`.
  private static func key(ofPath path: String, _ isImage: Bool) -> String {
    var parts = path.split(separator: "/").map(String.init)
    guard let last = parts.popLast(), !isImage else { return path }
    let name = last.utf8.reversed().starts(with: ".md".utf8.reversed()) ? String(last.split(separator: ".")[0]) : last
    return withoutIndex((parts + [name]).joined(separator: "/"))
  }

  // MARK: Anchors

  private mutating func checked(
    _ anchor: String?, _ group: Int, _ place: Place, _ page: SitePage, _ pages: [SitePage],
    _ diagnostics: inout [Diagnostic]
  ) -> LinkDestination {
    guard let anchor else { return .page(group: group, anchor: nil) }
    let target = outline.groups[group].pages[page.language]
    let known = anchors[target] ?? Set(pages[target].anchors)
    anchors[target] = known
    if !known.contains(anchor) { diagnostics.append(Self.noAnchor(anchor, known.sorted(), place)) }
    return group == page.group ? .anchor(anchor) : .page(group: group, anchor: anchor)
  }

  // MARK: Messages

  private func unknownKey(_ key: String, _ place: Place) -> Diagnostic {
    let keys = outline.groups.map(\.key)
    let names = keys.map { $0.split(separator: "/").last.map(String.init) ?? "" }
    let near = suggestion(for: key, among: keys + names)
    return Diagnostic(
      "link", at: place, "there is no page \"\(key)\"",
      rule: "a page's key is its file's name without language and ending, with its folders where it is not unique",
      help: near.map { "did you mean [[\($0)]]?" })
  }

  /// Only pages of this edition are named; what else the key means is counted.
  private func ambiguous(_ key: String, _ candidates: [String], _ place: Place) -> Diagnostic {
    let shown = candidates.filter { outline.groupOfKey[$0] != nil }.prefix(5).map { "[[\($0)]]" }
    return Diagnostic(
      "link", at: place, "\"\(key)\" means \(candidates.count) pages", rule: "a key names one page",
      help: shown.isEmpty ? "write the key with its folders" : "write one of \(shown.joined(separator: ", "))")
  }

  private static func mixed(_ place: Place) -> Diagnostic {
    Diagnostic(
      "link", at: place, "the address of this link is a page's key and more",
      rule: "a link to a page is [text]([[key]]), with #anchor inside the brackets", help: "write the key alone")
  }

  private static func broken(_ url: String, _ place: Place, _ near: String?) -> Diagnostic {
    Diagnostic(
      "link", at: place, "\"\(url)\" leads to nothing",
      rule: "a relative link leads to a page or a file of the site, seen from the folder of this file",
      help: near.map { "did you mean [[\($0)]]?" } ?? "correct the path, or link by key: [[key]]")
  }

  private static func noAnchor(_ anchor: String, _ known: [String], _ place: Place) -> Diagnostic {
    Diagnostic(
      "link", at: place, "the page has no heading \"#\(anchor)\"", rule: "anchors are the ids of headings",
      help: didYouMean(anchor, among: known))
  }
}
