// What is looked for in a text: not every text can hold everything.

struct LeakLook: OptionSet, Sendable {
  let rawValue: Int

  /// Phrases and names of people.
  static let words = LeakLook(rawValue: 1)
  static let amounts = LeakLook(rawValue: 2)
  static let emails = LeakLook(rawValue: 4)
  static let phones = LeakLook(rawValue: 8)
  static let contacts: LeakLook = [.emails, .phones]
  static let all: LeakLook = [.words, .amounts, .contacts]
}

extension Contact.Kind {
  var look: LeakLook { self == .email ? .emails : .phones }
}
