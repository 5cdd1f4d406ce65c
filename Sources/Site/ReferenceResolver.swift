// `{{ milestones.m11.planned, long }}` → the value it means, or a message that says why not.

import Languages
package import Syntax
package import Transition

/// A value that a reference led to.
package struct ResolvedReference: Sendable {
  package let value: Value
  package let spec: FieldSpec
  package let record: Record
  package let project: TransitionProject
}

/// Resolves references against the selected content; asks the names of the whole only to explain a failure.
package struct ReferenceResolver: Sendable {
  let projects: [TransitionProject]
  let names: NameIndex

  package init(projects: [TransitionProject], names: NameIndex) {
    self.projects = projects
    self.names = names
  }

  /// `project` is the index of the page's project, -1 for none.
  package func resolve(_ reference: Reference, project index: Int) -> ResolvedReference? {
    guard let (project, path) = scope(reference, index),
      case .found(let value, let spec, let record) = project.lookup(path)
    else { return nil }
    return ResolvedReference(value: value, spec: spec, record: record, project: project)
  }

  /// What is wrong with a reference at a place that `readers` read, if anything.
  package func problem(_ reference: Reference, project index: Int, readers: Audience, in file: SourceFile)
    -> Diagnostic?
  {
    let place = Place(file, reference.span)
    guard let (project, path) = scope(reference, index) else { return unknownProject(reference, place) }
    if let needed = names.audience(of: path, inProject: project.id), needed > readers {
      return Self.hidden(reference, place, readers)
    }
    switch project.lookup(path) {
    case .found(let value, let spec, _):
      return ValueFormat.problem(reference.format, value, spec).map { Self.badFormat(reference, $0, place) }
    case .empty(_, let field):
      return names.audience(of: path, inProject: project.id) == nil
        ? nil : Self.empty(reference, field, place)
    case .unknown(let step, let candidates):
      if names.exists(path, inProject: project.id) { return Self.hidden(reference, place, readers) }
      return Self.unknown(reference, step, candidates, place)
    }
  }

  /// The project a path speaks of, and the path inside it.
  private func scope(_ reference: Reference, _ index: Int) -> (TransitionProject, [Substring])? {
    let path = reference.path.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { Substring($0) }
    if path.first == "projects", path.count > 2 {
      guard let project = projects.first(where: { $0.id == path[1] }) else { return nil }
      let rest = Array(path.dropFirst(2))
      let isField = rest.first.map { !TransitionProject.referenceRoots.contains(String($0)) } ?? false
      return (project, isField ? ["project"] + rest : rest)
    }
    return index >= 0 ? (projects[index], path) : nil
  }

  private func unknownProject(_ reference: Reference, _ place: Place) -> Diagnostic {
    let ids = projects.map(\.id)
    if reference.path.utf8.starts(with: "projects.".utf8) {
      let id = reference.path.split(separator: ".").dropFirst().first.map(String.init) ?? ""
      return Diagnostic(
        "reference", at: place, "there is no project \"\(id)\"",
        rule: "projects.<id> names a folder in content/projects",
        help: didYouMean(id, among: ids))
    }
    return Diagnostic(
      "reference", at: place, "{{ \(reference.path) }} stands on a page of no project",
      rule: "values come from the page's project: its front matter, its folder, or the only project there is",
      help: "write projects.<id>.\(reference.path), or add project: to the front matter")
  }

  static func hidden(_ reference: Reference, _ place: Place, _ readers: Audience) -> Diagnostic {
    Diagnostic(
      "audience", at: place, "{{ \(reference.path) }} is not for the readers of this place (\(readers.rawValue))",
      rule: "a place may show only what all its readers may see",
      help: "put it into :::audience{…}, or let the record be published")
  }

  private static func empty(_ reference: Reference, _ field: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "reference", at: place, "{{ \(reference.path) }} has no value", rule: "a reference merges a value that exists",
      help: "add \(field) to the record, or take the reference out")
  }

  private static func unknown(_ reference: Reference, _ step: String, _ candidates: [String], _ place: Place)
    -> Diagnostic
  {
    Diagnostic(
      "reference", at: place, "{{ \(reference.path) }}: there is no \"\(step)\"",
      rule: "a reference is collection.id.field, of the page's project or after projects.<id>",
      help: didYouMean(step, among: candidates))
  }

  private static func badFormat(_ reference: Reference, _ formats: [String], _ place: Place) -> Diagnostic {
    let format = reference.format ?? ""
    return Diagnostic(
      "reference", at: place,
      format.isEmpty
        ? "{{ \(reference.path) }} is not a value that can be printed"
        : "there is no format \"\(format)\" for this value",
      rule: formats.isEmpty
        ? "this value takes no format" : "formats of this value: \(formats.joined(separator: ", "))",
      help: format.isEmpty ? "refer to one of its fields" : didYouMean(format, among: formats))
  }
}
