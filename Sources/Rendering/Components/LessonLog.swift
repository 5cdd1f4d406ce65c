// `::lesson-log{reuse=true}`: what happened, why, and what to do next time.

import Languages
import Site
import Transition

enum LessonLog: Component {
  static let name = "lesson-log"
  static let group = ComponentGroup.log
  static let topics = ["S1.10"]
  private static let reuse = ComponentParameter(
    name: "reuse", kind: .choice(["true", "false"]),
    summary: "Shows what holds for other projects, too; or what does not."
  )
  static let parameters: [ComponentParameter] = [.filter(Lesson.phase), reuse, Log.since, .limit]
  static let entity: EntitySchema? = Lesson.schema
  static let fields = ["what", "when", "phase", "cause", "recommendation", "reuse"]

  static func figure(_ context: ComponentContext) -> Figure {
    let log = Log(context: context) { $0[Lesson.when] }
    let wanted = context.arguments[reuse.name].map { $0 == "true" }
    let lessons = context.records(Lesson.schema, parameters).filter { lesson in
      wanted.map { $0 == (lesson[Lesson.reuse] ?? false) } ?? true
    }
    var figure = log.figure(
      "lesson-log-caption", emptyText: "lesson-log-empty", of: log.entries(lessons),
      [
        RecordColumn(Lesson.what, context, title: context.text("lesson-log-lesson")),
        RecordColumn(Lesson.cause, context), RecordColumn(Lesson.recommendation, context),
        RecordColumn(Lesson.phase, context),
        RecordColumn(day: Lesson.when, context, title: context.text("log-day")),
        RecordColumn(Lesson.reuse, context, title: context.text("lesson-log-reuse")),
      ])
    figure.form = .sheets
    return figure
  }
}
