// `::decision-guide`: the questions to answer before a service changes hands, as a form to print, with the answers of
// the project, or with what they come to.

import Languages
import Site
import Transition

enum DecisionGuide: PageComponent {
  static let name = "decision-guide"
  static let group = ComponentGroup.partner
  static let topics = [
    "S0.0", "S1.11", "S3.0", "S3.1", "S3.2", "S3.3", "S3.4", "S3.5", "S3.6", "S3.7", "S3.8", "S3.9", "S3.10", "S3.11",
    "S3.12", "S4.2",
  ]
  static let parameters = [
    ComponentParameter(
      name: "view", kind: .choice(["form", "answers", "result"]),
      summary: "A form to print, the answers, or what they come to; the answers where its readers may see them."),
    ComponentParameter(
      name: "section", kind: .text("the title of a section, or its number in the guide"),
      summary: "Shows the questions of this section."),
    ComponentParameter(
      name: "process", kind: .record([ServiceProcess.schema.collection]),
      summary: "Of the processes that are judged one by one, shows this one."),
  ]
  static let entity: EntitySchema? = DecisionQuestion.schema
  static let fields = ["section", "text", "help", "kind", "options", "effect", "conditions", "motive"]
  static let tables = ["questions", "scores"]

  /// The questions are for everyone, the answers for few: where these may not stand, it is a form.
  static func binding(_ arguments: [String: String], _ data: ComponentData) -> ComponentBinding {
    let mayAnswer = DecisionAnswer.schema.audience <= data.readers
    let view = arguments["view"] ?? (mayAnswer ? nil : "form")
    guard view != "form" else {
      return ComponentBinding(entity: DecisionQuestion.schema, fields: fields, defaults: ["view": "form"])
    }
    return ComponentBinding(
      entity: DecisionAnswer.schema,
      fields: ["question", "process", "value", "evidence", "by", "date", "openQuestion", "overruled", "owner"])
  }

  static func figures(_ context: ComponentContext) -> [Figure] {
    let sections = GuideSection.all(context)
    let hasAnswers = !context.project[DecisionAnswer.schema].isEmpty
    switch context.arguments["view"] ?? (hasAnswers ? "answers" : "form") {
    case "answers": return GuideAnswers(sections, context).figures
    case "result": return GuideVerdicts(sections, context).figures
    default: return GuideForm(sections, context).figures
    }
  }
}

/// Questions under one title.
struct GuideSection {
  let title: MergedText
  let questions: [Record]
  /// Its answers count for the result; others give points.
  let isCounted: Bool

  /// In the order of the guide; only the one that is asked for.
  static func all(_ context: ComponentContext) -> [GuideSection] {
    var sections: [(title: LocalizedText, isCounted: Bool, questions: [Record])] = []
    for question in context.project[DecisionQuestion.schema] {
      guard let title = question[DecisionQuestion.section] else { continue }
      let isCounted = DecisionGuideResult.isCounted(question)
      if let index = sections.firstIndex(where: { $0.title == title && $0.isCounted == isCounted }) {
        sections[index].questions.append(question)
      } else {
        sections.append((title, isCounted, [question]))
      }
    }
    let wanted = context.arguments["section"]
    return sections.enumerated().filter { index, section in
      wanted.map { $0 == String(index + 1) || names(section.title, $0) } ?? true
    }.map { _, section in
      GuideSection(
        title: context.format.localized(section.title), questions: section.questions, isCounted: section.isCounted)
    }
  }

  /// Whether it has that title in any of its languages.
  private static func names(_ title: LocalizedText, _ wanted: String) -> Bool {
    title.entries.contains { $0.text == wanted }
  }
}

extension ComponentContext {
  /// "DG-01 Which problem is to be solved?"
  func question(_ question: Record) -> MergedText {
    let text = question[DecisionQuestion.text].map { format.localized($0) } ?? MergedText("")
    return MergedText("\(question.id.uppercased()) \(text.text)", language: text.language)
  }

  /// An answer in the words of its question: "Yes", "4: References with figures"; nil while there is none.
  func answer(_ answer: Record?, to question: Record) -> MergedText? {
    guard let value = answer?[DecisionAnswer.value] else { return nil }
    switch question[DecisionQuestion.kind] {
    case "yes-no": return MergedText(value == "true" ? text("yes") : value == "false" ? text("no") : value)
    case "text": return MergedText(text(value == "none" ? "guide-none" : "guide-stated"))
    default:
      let option = (question[DecisionQuestion.options] ?? []).first { $0[AnswerOption.id] == value }
      return option.map { choice($0, of: question) } ?? MergedText(value)
    }
  }

  /// An option; one of a scale with its number.
  func choice(_ option: Record, of question: Record) -> MergedText {
    let id = option[AnswerOption.id] ?? ""
    guard let said = option[AnswerOption.text].map({ format.localized($0) }) else { return MergedText(id) }
    guard question[DecisionQuestion.kind] == "scale" else { return said }
    return MergedText("\(id): \(said.text)", language: said.language)
  }

  /// What an answer does, as a word and a sign; who answers for a caution.
  func effect(_ reason: DecisionGuideResult.Reason) -> Figure.Cell {
    switch reason.effect {
    case .go: return Figure.Cell(text("effect-go"), tone: .good)
    case .toDo: return Figure.Cell(text("effect-to-do"), tone: .open)
    case .stop:
      return reason.isOverruled
        ? Figure.Cell(text("guide-overruled"), tone: .attention) : Figure.Cell(text("effect-stop"), tone: .bad)
    case .caution:
      let cell = Figure.Cell(text("effect-caution"), tone: .attention)
      guard DecisionGuideResult.isOpen(reason) else {
        return cell.explained(self.cell(reason.answer, CommonFields.owner).text)
      }
      return cell.explained(MergedText(text("guide-nobody")))
    }
  }

  /// Why the sponsor set a stop aside, and who that was; nil for all other answers.
  private func overruling(_ answer: Record) -> String? {
    guard let overruled = answer[DecisionAnswer.overruled] else { return nil }
    let reason = overruled[Overruling.reason].map { format.localized($0).text } ?? ""
    return text("guide-overruled-by", ["role": cell(overruled, Overruling.by).text.plainText, "reason": reason])
  }

  /// What an answer rests on; below it who gave it and when, why a stop was set aside, and what is left open.
  func evidence(_ answer: Record, isSigned: Bool = false) -> Figure.Cell {
    let by = isSigned ? cell(answer, DecisionAnswer.by).text.plainText : ""
    let day = isSigned ? answer[DecisionAnswer.date].map { language.long($0) } ?? "" : ""
    let given = [by, day].filter { !$0.isEmpty }.joined(separator: ", ")
    let open = answer[DecisionAnswer.openQuestion].map { open in
      text("guide-open-question", ["question": format.localized(open).text])
    }
    let details = [given.isEmpty ? nil : given, overruling(answer), open].compactMap(\.self)
    return cell(answer, DecisionAnswer.evidence)
      .explained(details.isEmpty ? nil : MergedText(details.joined(separator: " · ")))
  }

  /// The name of a process; of the project as a whole without one.
  func subject(_ process: String?) -> MergedText {
    process.map { format.name(of: $0, DecisionAnswer.process.spec) } ?? MergedText(text("guide-project"))
  }
}
