// Directives on pages → components with checked arguments and a project they may show.

import Site
import Syntax
import Transition

struct ComponentBinder {
  let site: Site
  let names: NameIndex
  var components: [Int: [Plan.BoundComponent?]] = [:]
  var uses: [FieldUse] = []
  var diagnostics: [Diagnostic] = []

  init(site: Site, names: NameIndex) {
    self.site = site
    self.names = names
  }

  mutating func bindAll() {
    components.reserveCapacity(site.pages.count)
    for index in site.pages.indices where !site.pages[index].source.document.directives.isEmpty {
      let directives = site.pages[index].source.document.directives
      components[index] = directives.map { $0.form == .leaf ? bind($0, index) : nil }
    }
  }

  private mutating func bind(_ directive: Directive, _ pageIndex: Int) -> Plan.BoundComponent? {
    let page = site.pages[pageIndex]
    let place = Place(page.source.document.source, directive.span)
    guard let component = Components.named(directive.name) else {
      report(Self.unknown(directive, place), page)
      return nil
    }
    let readers = page.source.audience(inScope: directive.scope)
    let needsProject = component.entity != nil && !component.isOfAllProjects
    let index = needsProject ? project(directive, component, page) : page.project
    let arguments = arguments(directive, component, page, index, readers)
    if component.isOfAllProjects { return bindToAll(component, directive, arguments, readers, pageIndex) }
    guard component.entity != nil else {
      let project = index >= 0 ? site.projects[index].id : ""
      let binding = component.binding(arguments, ComponentData(names: names, project: project, readers: readers))
      for problem in binding.problems { report(Self.problem(problem, directive, place), page) }
      return Plan.BoundComponent(component: component, arguments: arguments, project: index)
    }
    guard index >= 0 else {
      if directive.argument(.project) == nil { report(Self.noProject(directive, place), page) }
      return nil
    }
    let project = site.projects[index].id
    let binding = component.binding(arguments, ComponentData(names: names, project: project, readers: readers))
    if let entity = binding.entity, !Self.mayShow(entity, to: readers) {
      // What is wrong beyond that would tell names that these readers may not know.
      report(Self.hidden(directive, entity, readers, place), page)
      return nil
    }
    for problem in binding.problems { report(Self.problem(problem, directive, place), page) }
    if let field = binding.hidden.first {
      report(Self.hiddenField(field, directive, readers, place), page)
    }
    // A fallback is the text of a page that is counted already.
    if !page.isFallback {
      uses.append(
        FieldUse(
          page: pageIndex, project: project, collection: binding.entity?.collection ?? "", record: nil,
          fields: binding.fields,
          span: directive.span))
    }
    return Plan.BoundComponent(
      component: component, arguments: arguments.merging(binding.defaults) { given, _ in given }, project: index)
  }

  /// What shows all projects shows of each what all readers of the place may see, whoever else reads the edition.
  private mutating func bindToAll(
    _ component: any PageComponent.Type, _ directive: Directive, _ arguments: [String: String], _ readers: Audience,
    _ pageIndex: Int
  ) -> Plan.BoundComponent? {
    let page = site.pages[pageIndex]
    if let entity = component.entity, !Self.mayShow(entity, to: readers) {
      report(Self.hidden(directive, entity, readers, Place(page.source.document.source, directive.span)), page)
      return nil
    }
    if !page.isFallback {
      uses += site.projects.map { project in
        FieldUse(
          page: pageIndex, project: project.id, collection: component.entity?.collection ?? "", record: nil,
          fields: component.fields, span: directive.span)
      }
    }
    return Plan.BoundComponent(component: component, arguments: arguments, project: -1, readers: readers)
  }

  /// A component may stand where all readers may see its entity, or a part of it that is meant for them.
  static func mayShow(_ entity: EntitySchema, to readers: Audience) -> Bool {
    switch readers {
    case .public: entity.audience == .public || !entity.publicFields.isEmpty
    case .partner: entity.audience <= .partner || !entity.partyFields.isEmpty
    default: entity.audience <= readers
    }
  }

  /// The project that it names, else the page's; -1 for none.
  private mutating func project(_ directive: Directive, _ component: any PageComponent.Type, _ page: SitePage) -> Int {
    guard let argument = directive.argument(.project) else { return page.project }
    if let index = site.projects.firstIndex(where: { $0.id == argument.value }) { return index }
    let place = Place(page.source.document.source, argument.span)
    report(Self.unknownRecord(argument, "projects", among: site.projects.map(\.id), place), page)
    return -1
  }

  private mutating func arguments(
    _ directive: Directive, _ component: any PageComponent.Type, _ page: SitePage, _ project: Int, _ readers: Audience
  ) -> [String: String] {
    var values: [String: String] = [:]
    for argument in directive.arguments {
      let place = Place(page.source.document.source, argument.span)
      guard let parameter = component.allParameters.first(where: { $0.name == argument.name }) else {
        report(Self.unknownArgument(argument, component, place), page)
        continue
      }
      if !parameter.accepts(argument.value) { report(Self.badArgument(argument, parameter, place), page) }
      if case .record(let collections) = parameter.kind, project >= 0 {
        check(argument, collections, site.projects[project], readers, page)
      }
      values[argument.name] = argument.value
    }
    return values
  }

  /// A record that is named has to be there, for the readers of the place.
  private mutating func check(
    _ argument: Directive.Argument, _ collections: [String], _ project: TransitionProject, _ readers: Audience,
    _ page: SitePage
  ) {
    let audiences = collections.compactMap {
      names.audience(of: [Substring($0), Substring(argument.value)], inProject: project.id)
    }
    guard !audiences.contains(where: { $0 <= readers }) else { return }
    let known = collections.flatMap { Entities.named(collection: $0).map { project[$0].map(\.id) } ?? [] }
    guard !known.contains(argument.value) else { return }
    let place = Place(page.source.document.source, argument.span)
    report(Self.unknownRecord(argument, collections.joined(separator: ", "), among: known, place), page)
  }

  /// A fallback is drawn from a page that is reported already.
  private mutating func report(_ diagnostic: Diagnostic, _ page: SitePage) {
    if !page.isFallback { diagnostics.append(diagnostic) }
  }

  private static func unknown(_ directive: Directive, _ place: Place) -> Diagnostic {
    Diagnostic(
      "component", at: place, "there is no component ::\(directive.name)",
      rule: "a line of two colons and a name shows a view of the data",
      help: didYouMean(directive.name, among: Components.all.map { $0.name }))
  }

  private static func noProject(_ directive: Directive, _ place: Place) -> Diagnostic {
    Diagnostic(
      "component", at: place, "::\(directive.name) stands on a page of no project",
      rule: "a component shows the data of the page's project", help: "add project: to the front matter")
  }

  private static func hidden(_ directive: Directive, _ entity: EntitySchema, _ readers: Audience, _ place: Place)
    -> Diagnostic
  {
    Diagnostic(
      "audience", at: place, "::\(directive.name) is not for the readers of this place (\(readers.rawValue))",
      rule: "\(entity.collection) are for \(entity.audience.rawValue) and narrower audiences",
      help: "put it into :::audience{\(entity.audience.rawValue)} … :::, or give the page that audience")
  }

  private static func hiddenField(_ field: String, _ directive: Directive, _ readers: Audience, _ place: Place)
    -> Diagnostic
  {
    Diagnostic(
      "audience", at: place,
      "::\(directive.name) names \"\(field)\", which the readers of this place may not see (\(readers.rawValue))",
      rule: "a field may be shown, asked for and sorted by where all readers may see it",
      help: "leave it out, or put the component into a block for fewer readers")
  }

  /// A component's own finding, at the argument that it is about.
  private static func problem(_ problem: ArgumentProblem, _ directive: Directive, _ place: Place) -> Diagnostic {
    let argument = directive.arguments.first { $0.name == problem.argument }
    return Diagnostic(
      "component", at: argument.flatMap { span in place.file.map { Place($0, span.span) } } ?? place, problem.message,
      rule: problem.rule, help: problem.help)
  }

  private static func unknownArgument(
    _ argument: Directive.Argument, _ component: any PageComponent.Type, _ place: Place
  ) -> Diagnostic {
    let name = argument.name.isEmpty ? argument.value : argument.name
    return Diagnostic(
      "component", at: place, "::\(component.name) takes no \"\(name)\"",
      rule: "a component takes the arguments it lists",
      help: didYouMean(name, among: component.allParameters.map(\.name)))
  }

  /// Also said of what these readers may not know of: its name would tell that it is there.
  private static func unknownRecord(
    _ argument: Directive.Argument, _ collections: String, among known: [String], _ place: Place
  ) -> Diagnostic {
    Diagnostic(
      "component", at: place, "\(argument.name)=\(argument.value): there is no such record in \(collections)",
      rule: "a component shows records that the readers of its place may see",
      help: didYouMean(argument.value, among: known))
  }

  private static func badArgument(
    _ argument: Directive.Argument, _ parameter: ComponentParameter, _ place: Place
  ) -> Diagnostic {
    Diagnostic(
      "component", at: place, "\(argument.name)=\(argument.value) does not fit",
      rule: "\(parameter.name) is \(parameter.form)", help: nil)
  }
}

extension Directive {
  fileprivate func argument(_ parameter: ComponentParameter) -> Argument? {
    arguments.first { $0.name == parameter.name }
  }
}
