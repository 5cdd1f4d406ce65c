// A status report → HTML: the same on a page of a site and on the page that a committee gets.

import Markup
import Site

struct StatusMarkup {
  let report: StatusReport
  /// The headings of the report and of its sections.
  let title: StaticString
  let section: StaticString

  /// Below the title of a page.
  static func onPage(_ report: StatusReport) -> StatusMarkup {
    StatusMarkup(report: report, title: "h2", section: "h3")
  }

  func append(to html: inout Markup) {
    if let emptyText = report.emptyText {
      html.element("p", [.class("empty")], text: emptyText)
      html.text("\n")
      return
    }
    html.element("section", [.class("status")]) { html in
      html.text("\n")
      head(&html)
      summary(&html)
      if let timeline = report.timeline {
        let region: [Markup.Attribute] = [
          .class("plan"), .text("role", "group"), .label(report.planTitle), .text("tabindex", "0"),
        ]
        html.element("div", region) { $0.append(timeline) }
        html.text("\n")
      }
      for places in report.rows { row(places, &html) }
    }
    html.text("\n")
  }

  private func head(_ html: inout Markup) {
    html.element("div", [.class("status-head")]) { html in
      html.element(title, text: report.title)
      html.element("p") { MergedTextMarkup.append(report.subtitle, to: &$0) }
    }
    html.text("\n")
    if let proposed = report.proposed { html.element("p", [.class("proposed")], text: proposed) }
  }

  /// Lights and facts: names with what they say.
  private func summary(_ html: inout Markup) {
    html.element("dl", [.class("lights")]) { html in
      light(report.summary.overall, .class("overall"), &html)
      for light in report.summary.lights { self.light(light, nil, &html) }
    }
    html.text("\n")
    guard !report.summary.facts.isEmpty else { return }
    html.element("dl", [.class("where")]) { html in
      for fact in report.summary.facts {
        html.element("div") { html in
          html.element("dt", text: fact.name)
          html.element("dd") { MergedTextMarkup.append(fact.text, to: &$0) }
        }
      }
    }
    html.text("\n")
  }

  private func light(_ light: StatusSummary.Light, _ kind: Markup.Attribute?, _ html: inout Markup) {
    html.element("div", kind.map { [$0] } ?? []) { html in
      html.element("dt", text: light.name)
      html.element("dd") { html in
        ToneMark.append(light.word, light.tone, to: &html)
        html.text(" ")
        html.element("span", [.class("reason")], text: light.reason)
      }
    }
  }

  /// Figures side by side; those of one place below each other.
  private func row(_ places: [[Figure]], _ html: inout Markup) {
    html.element("div", [.class("status-row")]) { html in
      html.text("\n")
      for figures in places {
        html.element("div", [.class("status-place")]) { html in
          for figure in figures { FigureMarkup.append(figure, heading: section, to: &html) }
        }
        html.text("\n")
      }
    }
    html.text("\n")
  }
}
