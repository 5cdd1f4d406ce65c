// The sections of the decision guide that are scored apart: points by answer, for the project or for each process.

import Languages

package struct DecisionGuideScore: Sendable {
  package struct Total: Sendable {
    /// Nil for the project as a whole.
    package let process: String?
    package let points: Int
    /// How many of the questions are answered.
    package let answered: Int
  }

  /// The questions of one section, in their order.
  package let questions: [Record]
  /// The most points that its answers can give.
  package let most: Int
  /// The highest first; equal ones in the order of the processes. Empty while nothing is answered.
  package let totals: [Total]

  /// The scored sections: questions beside those of the guide itself, by the letters that their ids begin with.
  package static func all(_ project: TransitionProject) -> [DecisionGuideScore] {
    let questions = project[DecisionQuestion.schema].filter { !DecisionGuideResult.isCounted($0) }
    let sections = questions.map(section).reduce(into: [Substring]()) { if !$0.contains($1) { $0.append($1) } }
    return sections.map { name in DecisionGuideScore(questions.filter { section($0) == name }, project) }
  }

  private static func section(_ question: Record) -> Substring {
    question.id[..<(question.id.lastIndex(of: "-") ?? question.id.endIndex)]
  }

  private init(_ questions: [Record], _ project: TransitionProject) {
    self.questions = questions
    let ids = Set(questions.map(\.id))
    var most = 0
    for question in questions {
      let points = (question[DecisionQuestion.effect]?.entries ?? []).compactMap { Self.points($0.value.value) }
      most = min(most + (points.max() ?? 0), Self.limit)
    }
    self.most = most
    let answers = project[DecisionAnswer.schema].filter { answer in
      answer[DecisionAnswer.question].map { ids.contains($0) } ?? false
    }
    let processes: [String?] = [nil] + project[ServiceProcess.schema].map(\.id)
    var totals: [Total] = []
    for process in processes {
      let own = answers.filter { $0[DecisionAnswer.process] == process && $0[DecisionAnswer.value] != nil }
      guard !own.isEmpty else { continue }
      var points = 0
      for answer in own { points = min(points + (Self.points(answer, questions) ?? 0), Self.limit) }
      totals.append(Total(process: process, points: points, answered: own.count))
    }
    let order = totals.enumerated().sorted { a, b in
      a.element.points == b.element.points ? a.offset < b.offset : a.element.points > b.element.points
    }
    self.totals = order.map(\.element)
  }

  /// No sum of points gets longer than can be read.
  private static let limit = 1_000_000

  /// The points of an answer; nil when it has none.
  package static func points(_ answer: Record, _ questions: [Record]) -> Int? {
    guard let value = answer[DecisionAnswer.value],
      let question = questions.first(where: { $0.id == answer[DecisionAnswer.question] })
    else { return nil }
    return question[DecisionQuestion.effect]?.entries.first { $0.key == value }.flatMap { points($0.value.value) }
  }

  /// `+2` → 2.
  private static func points(_ effect: Value) -> Int? {
    guard let text = String.from(effect), text.utf8.first == UInt8(ascii: "+"), text.utf8.count <= 5 else { return nil }
    return Int(text.dropFirst())
  }
}
