// Options that `import` and `export` share: whose table it is, and how its cells are written.

import ArgumentParser
import Foundation
import Publishing
import Syntax

struct TableOptions: ParsableArguments {
  @Argument(help: "A collection of the project: risks, milestones, roles …")
  var collection: String

  @OptionGroup var project: ProjectOptions

  @Option(name: .long, help: "What separates cells: semicolon, comma or tab.")
  var separator: Separator?

  @Option(name: .long, help: "How decimals are written: comma or point.")
  var decimals: Decimals?

  enum Separator: String, ExpressibleByArgument, CaseIterable {
    case semicolon, comma, tab

    var byte: UInt8 {
      switch self {
      case .semicolon: UInt8(ascii: ";")
      case .comma: UInt8(ascii: ",")
      case .tab: UInt8(ascii: "\t")
      }
    }
  }

  enum Decimals: String, ExpressibleByArgument, CaseIterable {
    case comma, point

    var form: CSVForms.Decimals { self == .comma ? .comma : .point }
  }
}
