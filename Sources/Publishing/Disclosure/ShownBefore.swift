// What the editions of a site showed at an earlier revision, each by itself, with who read it.

import Languages
import Site
import Syntax
import Transition

struct ShownBefore: Sendable {
  let baseline: Disclosure.Baseline
  /// From the widest readers to the narrowest.
  private let editions: [(readers: Readership, keys: Set<DisclosureItem.Key>)]

  init(_ parsed: ParsedSite, _ baseline: Disclosure.Baseline, jobs: Int) {
    let asOf = AsOf(baseline.asOf)
    let all = parsed.content.configuration.editions
    let read = parallelMap(all.count, jobs: jobs, chunk: 1) { range in
      range.map { index in
        let selected = parsed.content.selected(for: all[index].readers, asOf: asOf)
        let (site, _) = Assembler.assemble(
          selected, edition: all[index], asOf: asOf, languages: parsed.languages, names: parsed.names)
        let items = DisclosureReader.items(of: site, selected, texts: true)
        return (readers: all[index].readers, keys: Set(items.keys))
      }
    }
    editions = read.enumerated().sorted { a, b in
      (a.element.readers.audience, a.offset) < (b.element.readers.audience, b.offset)
    }.map(\.element)
    self.baseline = baseline
  }

  /// Reads the site as it was then, on its own day, but never later than the day of the report: what becomes visible
  /// by that was not visible before.
  static func read(_ revision: GitRevision, until asOf: AsOf, jobs: Int) throws -> ShownBefore {
    let (tree, committed) = try revision.read()
    let (parsed, found) = ContentParser.parse(tree, jobs: jobs)
    guard let parsed else { throw Findings(diagnostics: [unreadable(revision, found)]) }
    let configuration = parsed.content.configuration
    let own = configuration.record[SiteFields.asOf] ?? AsOfClock.day(ofSeconds: committed, configuration)
    let baseline = Disclosure.Baseline(
      revision: revision.name, commit: revision.commit, asOf: min(own ?? asOf.day, asOf.day),
      hasErrors: found.hasErrors || !tree.refused.isEmpty)
    return ShownBefore(parsed, baseline, jobs: jobs)
  }

  /// All that these readers or a wider audience saw.
  func keys(shownTo readers: Readership) -> Set<DisclosureItem.Key> {
    editions.reduce(into: []) { keys, edition in
      if edition.readers.isWithin(readers) { keys.formUnion(edition.keys) }
    }
  }

  /// The widest readers who saw something.
  func readers(of key: DisclosureItem.Key) -> Readership? { editions.first { $0.keys.contains(key) }?.readers }

  private static func unreadable(_ revision: GitRevision, _ found: [Diagnostic]) -> Diagnostic {
    let first = found.sortedForReport().first { $0.severity == .error }
    return Diagnostic(
      "revision", at: Place(path: first?.place.path ?? SiteConfiguration.path),
      "the site cannot be read as it was at \(revision.name): \(first?.message ?? "its templates are not whole")",
      rule: "--since names a revision at which the site could be built",
      help: "name a later one, or leave --since out to list all that the editions show")
  }
}
