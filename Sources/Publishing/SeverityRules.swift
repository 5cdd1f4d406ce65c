// `rules:` of `site.yaml`: a site may make single warnings errors, or leave them out. Errors stay errors.

import Site
import Syntax
import Transition

struct SeverityRules {
  private var severities: [String: String] = [:]

  init(_ configuration: SiteConfiguration) {
    for entry in configuration.record[SiteFields.rules]?.entries ?? [] {
      severities[entry.key] = String.from(entry.value.value)
    }
  }

  func apply(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !severities.isEmpty else { return diagnostics }
    return diagnostics.compactMap { diagnostic in
      guard diagnostic.severity != .error, let wanted = severities[diagnostic.id] else { return diagnostic }
      if wanted == "off" { return nil }
      var changed = diagnostic
      changed.severity = wanted == "error" ? .error : .warning
      return changed
    }
  }
}
