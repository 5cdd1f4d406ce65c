// `rules:` of `site.yaml`: a site may weigh what is missing or worth a look otherwise. What is wrong stays an error.

package import Site
package import Syntax
import Transition

package struct SeverityRules {
  private var severities: [String: String] = [:]

  package init(_ configuration: SiteConfiguration) {
    for entry in configuration.record[SiteFields.rules]?.entries ?? [] {
      severities[entry.key] = String.from(entry.value.value)
    }
  }

  package func apply(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !severities.isEmpty else { return diagnostics }
    return diagnostics.compactMap { diagnostic in
      guard Self.mayChange(diagnostic), let wanted = severities[diagnostic.id] else { return diagnostic }
      if wanted == "off" { return nil }
      var changed = diagnostic
      changed.severity = wanted == "error" ? .error : .warning
      return changed
    }
  }

  /// Safety and integrity are no matter of taste, nor is an audience; what was accepted in a waiver is settled.
  private static func mayChange(_ diagnostic: Diagnostic) -> Bool {
    if diagnostic.acceptance != nil { return false }
    guard let rule = SiteRules.description(diagnostic.id) else { return diagnostic.severity != .error }
    return rule.weight == .completeness || rule.weight == .advice
  }
}
