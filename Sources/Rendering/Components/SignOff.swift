// `::sign-off{act=handover}`: an act that is signed: its criteria, what is left open, the lines for signatures.

import Languages
import Site
import Syntax
import Transition

enum SignOff: PageComponent {
  static let name = "sign-off"
  static let group = ComponentGroup.log
  static let parameters = [
    ComponentParameter(
      name: "act", kind: .choice(["handover", "acceptance", "discharge"]), summary: "What is signed."),
    ComponentParameter(
      name: "wave", kind: .record([Wave.schema.collection]), summary: "Of this wave; else the act of the whole."),
    ComponentParameter(
      name: "pack", kind: .record([HandoverPack.schema.collection]), summary: "Of this pack, where there are several."),
  ]
  static let entity: EntitySchema? = HandoverPack.schema
  static let fields = ["acts", "parties", "prevailingLanguage", "contractRef", "precedence", "responsibilityTransfer"]
  static let tables = ["criteria", "reservations", "signatures", "accepted"]

  static func binding(_ arguments: [String: String], _ data: ComponentData) -> ComponentBinding {
    guard arguments["act"] == nil else { return ComponentBinding(entity: entity, fields: fields) }
    return ComponentBinding(
      entity: entity, fields: fields,
      problems: [
        ArgumentProblem(
          argument: "act", message: "::sign-off does not say of which act", rule: "act= names the act that is signed",
          help: "write ::sign-off{act=handover}, or acceptance or discharge")
      ])
  }

  static func figures(_ context: ComponentContext) -> [Figure] {
    guard let act = SignedAct(context) else {
      let caption = context.language.title(ofCollection: HandoverPack.schema.collection)
      let nothing = context.figure("", emptyText: "", of: [], [])
      return [
        context.figure(caption, emptyText: context.text("sign-off-empty"), of: [], []), nothing, nothing, nothing,
      ]
    }
    return [act.criteria, act.reservations, act.signatures, act.accepted]
  }
}
