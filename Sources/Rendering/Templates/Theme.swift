// The theme: Mustache skeletons and the style sheet; the program carries them, a site's own files replace them one by one.

import Markup
import Mustache
package import Syntax

/// Loaded and checked templates. Rendering never fails: every name was checked against the lists below.
package struct Theme: Sendable {
  private static let styleSheet = "style.css"
  private static let figureSheet = "figures.css"
  private static let statusSheet = "status.css"
  private static let reportSheet = "report.css"

  package let style: [UInt8]
  /// How components look.
  let figures: [UInt8]
  /// How a status report looks, on a page of the site and on a page of its own.
  let status: [UInt8]
  /// The page of its own.
  let report: [UInt8]
  private let library: MustacheLibrary
  private let skeletons = SkeletonCache()

  /// Files the program carries, by their path below `templates/`.
  package static let carried: [String: [UInt8]] = [
    "page.mustache": PackageResources.page_mustache,
    "plain.mustache": PackageResources.plain_mustache,
    "head.mustache": PackageResources.head_mustache,
    "header.mustache": PackageResources.header_mustache,
    "footer.mustache": PackageResources.footer_mustache,
    "style.css": PackageResources.style_css,
    "figures.css": PackageResources.figures_css,
    "status.css": PackageResources.status_css,
    "report.css": PackageResources.report_css,
    "languages/it.yaml": PackageResources.it_yaml,
    "languages/sv.yaml": PackageResources.sv_yaml,
    "languages/de.yaml": PackageResources.de_yaml,
    "messages/it.yaml": PackageResources.messages_it_yaml,
    "messages/sv.yaml": PackageResources.messages_sv_yaml,
    "messages/de.yaml": PackageResources.messages_de_yaml,
    "new/site.yaml": PackageResources.new_site_yaml,
    "new/customers.yaml": PackageResources.new_customers_yaml,
    "new/project.yaml": PackageResources.new_project_yaml,
    "new/project-more.yaml": PackageResources.new_project_more_yaml,
    "new/scope.yaml": PackageResources.new_scope_yaml,
    "new/dataAssets.yaml": PackageResources.new_dataAssets_yaml,
    "new/waivers.yaml": PackageResources.new_waivers_yaml,
    "new/gitlab.yml": PackageResources.new_gitlab_yml,
    "new/github.yml": PackageResources.new_github_yml,
    "new/settings.json": PackageResources.new_settings_json,
    "new/extensions.json": PackageResources.new_extensions_json,
    "new/page.it.md": PackageResources.new_page_it_md,
    "new/page.sv.md": PackageResources.new_page_sv_md,
    "new/page.de.md": PackageResources.new_page_de_md,
    "new/section.it.md": PackageResources.new_section_it_md,
    "new/section.sv.md": PackageResources.new_section_sv_md,
    "new/section.de.md": PackageResources.new_section_de_md,
    "new/faq.it.md": PackageResources.new_faq_it_md,
    "new/faq.sv.md": PackageResources.new_faq_sv_md,
    "new/faq.de.md": PackageResources.new_faq_de_md,
    "new/home.it.md": PackageResources.new_home_it_md,
    "new/home.sv.md": PackageResources.new_home_sv_md,
    "new/home.de.md": PackageResources.new_home_de_md,
    "new/plan.it.md": PackageResources.new_plan_it_md,
    "new/plan.sv.md": PackageResources.new_plan_sv_md,
    "new/plan.de.md": PackageResources.new_plan_de_md,
    "starter/commsItems.yaml": PackageResources.commsItems_yaml,
    "starter/milestones.yaml": PackageResources.milestones_yaml,
    "starter/notices-channel.yaml": PackageResources.notices_channel_yaml,
    "starter/notices-maintenance.yaml": PackageResources.notices_maintenance_yaml,
    "starter/notices-provider.yaml": PackageResources.notices_provider_yaml,
    "starter/phases.yaml": PackageResources.phases_yaml,
    "starter/raci.yaml": PackageResources.raci_yaml,
    "starter/readiness.yaml": PackageResources.readiness_yaml,
    "starter/risks.yaml": PackageResources.risks_yaml,
    "starter/roles.yaml": PackageResources.roles_yaml,
    "starter/stakeholders.yaml": PackageResources.stakeholders_yaml,
    "starter/tasks.yaml": PackageResources.tasks_yaml,
    "starter/waves.yaml": PackageResources.waves_yaml,
  ]

  /// The values that templates may use.
  package static var valueNames: Set<String> { TemplateCheck.textNames.union(TemplateCheck.markupNames) }

  /// Makes a theme from the site's own files (by path below `templates/`) over the carried ones.
  package static func load(_ own: [String: SourceFile]) -> (Theme?, [Diagnostic]) {
    MustacheContentTypes.register(EscapedText(), named: EscapedText.name)
    var files = carried.mapValues { SourceFile(path: "templates", bytes: $0) }
    files.merge(own) { $1 }
    var diagnostics: [Diagnostic] = []
    var templates: [String: MustacheTemplate] = [:]
    let names = Set(files.keys.filter(isTemplate).map(name))
    for (path, file) in files.sorted(by: { $0.key < $1.key }) where isTemplate(path) {
      diagnostics += TemplateCheck.check(file, templates: names)
      do {
        templates[name(path)] = try MustacheTemplate(
          string: EscapedText.pragma + String(decoding: file.bytes, as: UTF8.self))
      } catch {
        diagnostics.append(TemplateCheck.broken(file, "\(error)"))
      }
    }
    guard !diagnostics.hasErrors else { return (nil, diagnostics) }
    return (Theme(files, MustacheLibrary(templates: templates)), diagnostics)
  }

  private init(_ files: [String: SourceFile], _ library: MustacheLibrary) {
    style = files[Self.styleSheet]?.bytes ?? []
    figures = files[Self.figureSheet]?.bytes ?? []
    status = files[Self.statusSheet]?.bytes ?? []
    report = files[Self.reportSheet]?.bytes ?? []
    self.library = library
  }

  private static func isTemplate(_ path: String) -> Bool {
    path.utf8.reversed().starts(with: ".mustache".utf8.reversed())
  }

  private static func name(_ path: String) -> String { String(path.dropLast(".mustache".utf8.count)) }

  /// Draws a template. `names` are the values that are there, in the order of `values`; texts are escaped where they
  /// stand, markup goes into the names that `TemplateCheck` lists.
  package func render(_ template: String, _ names: [StaticString], _ values: [TemplateValue]) -> [UInt8] {
    let skeleton = skeletons.skeleton(template, names) {
      var placeholders: [String: String] = [:]
      for (index, name) in names.enumerated() { placeholders["\(name)"] = Skeleton.placeholder(index) }
      let drawn = library.render(placeholders, withTemplate: template) ?? ""
      return Skeleton(drawn: Array(drawn.utf8), count: names.count)
    }
    return skeleton.fill(values)
  }

  func render(_ template: String, _ values: PageValues) -> [UInt8] { render(template, values.names, values.values) }
}

/// Mustache's content type of this house: escapes bytes, not characters. The pragma stands before every template and
/// partial, because the engine forgets it in each of them.
private struct EscapedText: MustacheContentType {
  static let name = "STAFFETTA"
  static let pragma = "{{% CONTENT_TYPE:STAFFETTA}}"
  func escapeText(_ text: String) -> String { escaped(text) }
}
