// The list of all components. A new one is one file in this folder and one line here.

package enum Components {
  package static let all: [any PageComponent.Type] = [
    DataFormat.self, MilestoneList.self, RiskRegister.self, Scorecard.self, Status.self, TableView.self,
  ]

  package static func named(_ name: String) -> (any PageComponent.Type)? { all.first { $0.name == name } }
}
