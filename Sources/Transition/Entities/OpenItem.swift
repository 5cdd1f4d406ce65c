// An open item: what is not done, who does it, and how one gets by until then.

package enum OpenItem: Entity {
  package static let schema = EntitySchema(
    "open item", collection: "openItems", audience: .partner, happens: "raised",
    "What is not done yet.",
    [
      .id,
      FieldSpec("title", .localized, .required, "What is open."),
      FieldSpec("raised", .day, isFact: true, "The day it was raised."),
      FieldSpec("severity", .integer(1...4), "1 worst to 4 slight."),
      FieldSpec("owner", .role, .expected, "Who does it."),
      FieldSpec("due", .day, .expected, "By when."),
      FieldSpec("workaround", .localized, "How one gets by."),
      FieldSpec(
        "status", .choice(["open", "in-progress", "done"]), since: ["statusSince"],
        "Where it stands; open when left out."),
      FieldSpec("statusSince", .day, isFact: true, "Since when the status holds."),
      FieldSpec("knownError", .boolean, "Its cause is known."),
    ])
}
