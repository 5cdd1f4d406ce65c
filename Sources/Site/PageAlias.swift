// Earlier addresses of a page: `aliases: [old/place]`, below the folder of the page's language.

package import Languages
import Syntax
import Transition

package enum PageAlias {
  /// The route of an alias: `sv/old/place/`. Slashes around it are not minded.
  package static func route(_ alias: String, _ language: LanguageTag) -> String {
    language.code + "/" + parts(alias).joined(separator: "/") + "/"
  }

  private static func parts(_ alias: String) -> [String] { alias.split(separator: "/").map(String.init) }

  static func problems(_ frontMatter: Record) -> [Diagnostic] {
    (frontMatter[PageFields.aliases] ?? []).compactMap { alias in
      let parts = parts(alias)
      guard parts.isEmpty || !parts.allSatisfy(isIdentifier) else { return nil }
      return Diagnostic(
        "front-matter", at: frontMatter.place(of: "aliases"), "\"\(alias)\" cannot have been an address",
        rule: "an alias is a path below the folder of the page's language: parts of a-z, 0-9 and -, with / between",
        help: "write it without the host and the language: aliases: [steps/old-name]")
    }
  }
}
