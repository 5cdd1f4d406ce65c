// A status report as a page of its own, to be mailed and printed: one file, nothing runs in it, nothing is asked for.

import Languages
import Markup
package import Site
import Syntax
import Transition

package enum ReportPage {
  /// What made it. A command replaces pages that say so, and no others.
  private static let origin = "staffetta report"
  package static let mark = "<meta name=\"generator\" content=\"\(origin)\">"
  private static let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

  /// The bytes of the page; nil while there is nothing to report.
  package static func draw(_ context: ComponentContext, edition: Edition, theme: Theme) -> [UInt8]? {
    let report = StatusReport(context, isOnProjectPage: false)
    guard report.emptyText == nil else { return nil }
    var html = Markup()
    let attributes: [Markup.Attribute] = [
      .language(context.language.tag.code), .text("data-audience", edition.readers.audience.rawValue),
    ]
    html.element("html", attributes) { html in
      html.text("\n")
      head(report.title, context, style(theme, edition), &html)
      html.text("\n")
      html.element("body") { html in
        html.text("\n")
        html.element("main", [.class("report")]) { html in
          StatusMarkup(report: report, title: "h1", section: "h2").append(to: &html)
        }
        html.text("\n")
      }
      html.text("\n")
    }
    html.text("\n")
    return Array("<!doctype html>\n".utf8) + html.serialized().bytes
  }

  private static func head(_ title: String, _ context: ComponentContext, _ style: [UInt8], _ html: inout Markup) {
    html.element("head") { html in
      for attributes: [Markup.Attribute] in [
        [.text("charset", "utf-8")],
        [.text("name", "viewport"), .text("content", "width=device-width, initial-scale=1")],
        [.text("http-equiv", "Content-Security-Policy"), .text("content", policy)],
        [.text("name", "robots"), .text("content", PageFrame.noIndex)],
        [.text("name", "generator"), .text("content", origin)],
      ] {
        html.text("\n")
        html.void("meta", attributes)
      }
      html.text("\n")
      html.element("title", text: title)
      html.text("\n")
      html.element("style") { $0.append(allowedByTheSite: style) }
      html.text("\n")
    }
  }

  /// The theme's rules for reports, in the edition's accent. Paper has no dark side.
  private static func style(_ theme: Theme, _ edition: Edition) -> [UInt8] {
    let accent = edition.accent.map { ":root:root { --accent: \($0.text); }\n" } ?? ""
    return Array("\n".utf8) + theme.report + theme.status + Array(accent.utf8)
  }
}
