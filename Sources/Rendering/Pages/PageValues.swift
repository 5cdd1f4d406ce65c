// The values of one page under their names; texts that are empty are left out, so that a template can ask for them.

import Markup

struct PageValues {
  private(set) var names: [StaticString] = []
  private(set) var values: [TemplateValue] = []

  mutating func add(_ name: StaticString, _ text: String) {
    guard !text.isEmpty else { return }
    names.append(name)
    values.append(.text(text))
  }

  mutating func add(_ name: StaticString, _ markup: Markup) {
    guard !markup.isEmpty else { return }
    add(name, markup.serialized())
  }

  mutating func add(_ name: StaticString, _ html: HTML) {
    guard !html.bytes.isEmpty else { return }
    names.append(name)
    values.append(.markup(html))
  }

  /// Keeps search engines from a page that is none: one that was not found, or has moved.
  mutating func forbidIndexing() {
    if !names.contains(where: { "\($0)" == "robots" }) { add("robots", PageFrame.noIndex) }
  }
}
