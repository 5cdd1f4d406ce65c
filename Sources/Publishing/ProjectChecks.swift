// The rules of the data on the as-of day, for every project, with the findings that its waivers accept.

package import Site
package import Syntax
package import Transition

package enum ProjectChecks {
  /// What the rules say of all projects: they see everything, whichever editions are built.
  package static func check(_ content: ParsedContent, asOf: AsOf, jobs: Int) -> [Diagnostic] {
    let projects = content.projects
    let found = parallelMap(projects.count, jobs: jobs, chunk: 4) { range in
      range.map { index in
        Waivers.apply(Rules.check(projects[index], asOf: asOf), projects[index], asOf: asOf)
      }
    }
    return found.flatMap(\.self) + SiteRules.check(content)
  }
}
