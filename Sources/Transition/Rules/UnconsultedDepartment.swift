// V27 and V28: departments that nobody asked, and detail of processes that will cease.

import Syntax

enum UnconsultedDepartment: Rule {
  static let id = "V27"
  static let weight = RuleClass.advice
  static let rationale = "Every department that a process touches is asked what the change does to its daily work."
  static let messages = [
    "unasked": RuleMessage(
      "\"{department}\" works with \"{id}\" and was not consulted", "ask it, then write an impact with consulted: true")
  ]
  static let example = RuleExample(
    broken: """
      processes.yaml
        - { id: pr01, name: Order status, interactions: [{ department: ‸logistics, direction: both }] }
      """,
    sound: """
      processes.yaml
        - { id: pr01, name: Order status, interactions: [{ department: logistics, direction: both }] }
      impacts.yaml
        - { id: i1, department: logistics, effect: New contact list, severity: 2, consulted: true }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    let asked = TouchedDepartment.consulted(in: context.all)
    var reported: Set<String> = []
    return context.all[ServiceProcess.schema].flatMap { process -> [Finding] in
      process.interactionList.compactMap { interaction in
        guard let department = interaction[Interaction.department], !asked.contains(department),
          reported.insert(department).inserted
        else { return nil }
        return Finding(
          "unasked", at: interaction.place(of: "department"), ["department": department, "id": process.title],
          of: process)
      }
    }
  }
}

enum DetailOfRetiredProcess: Rule {
  static let id = "V28"
  static let weight = RuleClass.advice
  static let rationale = "A process that will cease is not taken apart: the work is better spent on those that stay."
  static let messages = [
    "detail": RuleMessage(
      "\"{id}\" is detail of \"{ancestor}\", which is to be retired", "leave it at the top level, or change the fate")
  ]
  static let example = RuleExample(
    broken: """
      processes.yaml
        - { id: fax, name: Fax orders, level: 1, fate: retire }
        - { id: fax-sort, name: Sorting, level: ‸2, parent: fax }
      """,
    sound: """
      processes.yaml
        - { id: fax, name: Fax orders, level: 1, fate: retire }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    context.all[ServiceProcess.schema].compactMap { process in
      guard let level = process[ServiceProcess.level], level.mantissa > 1 else { return nil }
      var seen: Set<String> = [process.id]
      var next = context.find(process[ServiceProcess.parent], ServiceProcess.schema)
      while let ancestor = next, seen.insert(ancestor.id).inserted {
        if ancestor[ServiceProcess.fate] == "retire" {
          return Finding(
            "detail", process, "level", ["ancestor": ancestor.title],
            related: [.init("to be retired", ancestor.place(of: "fate"))])
        }
        next = context.find(ancestor[ServiceProcess.parent], ServiceProcess.schema)
      }
      return nil
    }
  }
}
