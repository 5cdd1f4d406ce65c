// The words for traffic lights and what stands behind them.

import Site
import Transition

struct StatusWords {
  private let context: ComponentContext

  init(_ context: ComponentContext) { self.context = context }

  func name(_ area: ProjectStatus.Area) -> String {
    switch area {
    case .plan: context.text("status-plan")
    case .gate: context.text("status-gate")
    case .risks: context.text("status-risks")
    case .quality: context.text("status-quality")
    case .money: context.text("status-money")
    }
  }

  func word(_ light: StatusLight?) -> String {
    switch light {
    case .green: context.text("light-green")
    case .amber: context.text("light-amber")
    case .red: context.text("light-red")
    case nil: context.text("light-none")
    }
  }

  /// What the overall light asks of the committee.
  func meaning(_ light: StatusLight?) -> String {
    switch light {
    case .green: context.text("meaning-green")
    case .amber: context.text("meaning-amber")
    case .red: context.text("meaning-red")
    case nil: context.text("meaning-none")
    }
  }

  func tone(_ light: StatusLight?) -> Figure.Tone {
    switch light {
    case .green: .good
    case .amber: .attention
    case .red: .bad
    case nil: .open
    }
  }
}
