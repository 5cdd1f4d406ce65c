// The disclosure report as plain text that prints well: headings, short lists, and lines for who signs it.

import Languages
import Site
import Syntax

package struct DisclosureText {
  private let disclosure: Disclosure
  private var isComparison: Bool { disclosure.baseline != nil }

  package init(_ disclosure: Disclosure) { self.disclosure = disclosure }

  package var text: String {
    let parts = disclosure.parts.map { [heading($0), ""] + body($0) }
    return ([head] + parts + [signature]).map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private var head: [String] {
    guard let baseline = disclosure.baseline else {
      return ["# What each edition shows: \(shown(disclosure.site)), as of \(disclosure.asOf.iso)"]
    }
    let revision = "\(shown(baseline.revision)) (\(baseline.commit.prefix(10)), as of \(baseline.asOf.iso))"
    let note = "What could not be read at that revision counts as new."
    return [
      "# What is new to readers: \(shown(disclosure.site)), as of \(disclosure.asOf.iso)", "", "Since \(revision).",
    ]
      + (baseline.hasErrors ? [note] : [])
  }

  private func heading(_ part: Disclosure.Part) -> String {
    "## \(part.edition.name): \(part.edition.readers.shown)"
  }

  private var signature: [String] {
    let sentence =
      isComparison
      ? "I have read what is new. It may be published for the readers who are named above it."
      : "I have read what each edition shows. It may be published for the readers who are named above it."
    return [sentence, "", "Date:      ____________________", "", "Role:      ____________________", ""]
      + ["Signature: ____________________"]
  }

  // MARK: Sections

  private func body(_ part: Disclosure.Part) -> [String] {
    let lines = DisclosureLines(part, sourceLanguage: disclosure.sourceLanguage)
    let sections: [(title: String, lines: [String])] =
      isComparison
      ? [
        ("New pages", lines.pages), ("New records", lines.records { !part.known.contains($0) }),
        ("New fields of records", lines.fields { part.known.contains($0) }),
        ("New text on pages and in records that were shown before", lines.texts),
        ("New attachments and images", lines.plain(.attachment)), ("New names of persons", lines.placed(.person)),
        ("New e-mail addresses", lines.placed(.email)), ("New phone numbers", lines.placed(.phone)),
        ("New amounts from 10,000 on", lines.amounts),
      ]
      : [
        ("Pages", lines.pages), ("Parts of these pages that not all their readers see", lines.parts),
        ("Records", lines.records { _ in true }), ("Attachments and images", lines.plain(.attachment)),
        ("Names of persons", lines.placed(.person)), ("E-mail addresses", lines.placed(.email)),
        ("Phone numbers", lines.placed(.phone)), ("Amounts from 10,000 on", lines.amounts),
      ]
    let written = sections.filter { !$0.lines.isEmpty }
    let empty = sections.filter { $0.lines.isEmpty }.map { $0.title.lowercasedFirst }
    if isComparison, written.isEmpty { return ["Nothing new."] }
    let blocks = written.map { [$0.title + ":"] + $0.lines }
    let none = isComparison || empty.isEmpty ? [] : [[DisclosureLines.wrapped("None of these: ", empty)]]
    return Array((blocks + none).joined(separator: [""]))
  }

  private func shown(_ text: String) -> String { DiagnosticText.visible(text) }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
