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

  private mutating func bind(_ directive: Directive, _ index: Int) -> Plan.BoundComponent? {
    let page = site.pages[index]
    let place = Place(page.source.document.source, directive.span)
    guard let component = Components.named(directive.name) else {
      report(Self.unknown(directive, place), page)
      return nil
    }
    let arguments = arguments(directive, component, page)
    guard component.entity != nil else {
      return Plan.BoundComponent(component: component, arguments: arguments, project: page.project)
    }
    guard page.project >= 0 else {
      report(Self.noProject(directive, place), page)
      return nil
    }
    let readers = page.source.audience(inScope: directive.scope)
    let project = site.projects[page.project].id
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
          page: index, project: project, collection: binding.entity?.collection ?? "", record: nil,
          fields: binding.fields,
          span: directive.span))
    }
    return Plan.BoundComponent(component: component, arguments: arguments, project: page.project)
  }

  /// A component may stand where all readers may see its entity, or a part of it that is meant for them.
  private static func mayShow(_ entity: EntitySchema, to readers: Audience) -> Bool {
    switch readers {
    case .public: entity.audience == .public || !entity.publicFields.isEmpty
    case .partner: entity.audience <= .partner || !entity.partyFields.isEmpty
    default: entity.audience <= readers
    }
  }

  private mutating func arguments(_ directive: Directive, _ component: any PageComponent.Type, _ page: SitePage)
    -> [String:
    String]
  {
    var values: [String: String] = [:]
    for argument in directive.arguments {
      let place = Place(page.source.document.source, argument.span)
      guard let parameter = component.parameters.first(where: { $0.name == argument.name }) else {
        report(Self.unknownArgument(argument, component, place), page)
        continue
      }
      if !parameter.accepts(argument.value) { report(Self.badArgument(argument, parameter, place), page) }
      values[argument.name] = argument.value
    }
    return values
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
      help: didYouMean(name, among: component.parameters.map(\.name)))
  }

  private static func badArgument(
    _ argument: Directive.Argument, _ parameter: ComponentParameter, _ place: Place
  ) -> Diagnostic {
    Diagnostic(
      "component", at: place, "\(argument.name)=\(argument.value) does not fit",
      rule: "\(parameter.name) is \(parameter.form)", help: nil)
  }
}
