// What a build says about itself: where every file went, and how long and how much memory each stage took.

import CSupport
package import Site
package import Transition

/// Where the files of `content` went in one edition. The parts add up to the files found.
package struct Conservation: Sendable {
  package let edition: String
  let found: Int
  let parts: [(name: String, count: Int)]

  package init(_ edition: Edition, _ parsed: ParsedSite, _ tree: SourceTree, _ site: Site, asOf: AsOf) {
    self.edition = edition.name
    found = tree.foundInContent
    var (pages, drafts, others) = (0, 0, 0)
    for page in parsed.content.pages {
      if parsed.content.shows(page, to: edition.readers, asOf) {
        pages += 1
      } else if parsed.content.isDraft(page), page.audience <= edition.readers.audience {
        drafts += 1
      } else {
        others += 1
      }
    }
    let used = site.files.count
    let hiddenFiles = parsed.content.files.count { parsed.content.audience(ofFile: $0.path) > edition.readers.audience }
    parts = [
      ("page", pages), ("data", parsed.dataCount), ("used file", used),
      ("unused file", parsed.unused.count + parsed.content.files.count - used - hiddenFiles),
      ("other audience", others + hiddenFiles), ("draft", drafts),
      ("ignored", tree.ignored.count { $0.utf8.starts(with: "content/".utf8) }), ("error", parsed.errorCount),
    ]
  }

  package var line: String {
    "\(edition): \(found) files found = " + parts.map { "\($0.count) \($0.name)" }.joined(separator: " + ")
  }

  /// Whether every file is accounted for.
  package var isComplete: Bool { parts.reduce(0) { $0 + $1.count } == found }
}

/// Time and memory by stage, for `--timings`.
package struct Timings: Sendable {
  private var stages: [(name: String, duration: Duration, held: Int)] = []
  private let clock = ContinuousClock()

  package init() {}

  /// Runs one stage. Stages of the same name (one per edition) add up.
  package mutating func measure<Result, Failure: Error>(_ name: String, _ body: () throws(Failure) -> Result)
    throws(Failure) -> Result
  {
    let start = clock.now
    defer { record(name, clock.now - start) }
    return try body()
  }

  /// Says of a part of one stage's time that it was another's work, done in between.
  mutating func move(_ duration: Duration, from one: String, to other: String) {
    for index in stages.indices {
      if stages[index].name == one { stages[index].duration -= duration }
      if stages[index].name == other { stages[index].duration += duration }
    }
  }

  private mutating func record(_ name: String, _ duration: Duration) {
    let held = Int(staffetta_heap())
    if let index = stages.firstIndex(where: { $0.name == name }) {
      stages[index].duration += duration
      stages[index].held = held
    } else {
      stages.append((name, duration, held))
    }
  }

  /// One line per stage: its time, and the bytes the process holds when it is over, in all and by page.
  package func lines(pages: Int) -> [String] {
    stages.map { stage in
      let (seconds, attoseconds) = stage.duration.components
      let tenths = Int(seconds) * 10_000 + Int(attoseconds / 100_000_000_000_000)
      let milliseconds = "\(tenths / 10).\(tenths % 10)"
      let perPage = pages > 0 ? stage.held / pages : 0
      return
        "\(padded(stage.name, 9)) \(padded(milliseconds, -9)) ms \(padded(String(stage.held), -12)) bytes held \(padded(String(perPage), -9)) per page"
    }
  }

  private func padded(_ text: String, _ width: Int) -> String {
    let fill = String(repeating: " ", count: max(0, abs(width) - text.utf8.count))
    return width < 0 ? fill + text : text + fill
  }
}
