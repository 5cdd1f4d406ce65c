// A page's identity: its path below `content`, without language and ending; the same in every language.

package import Languages

package struct PageIdentity: Sendable {
  /// `steps/risks` for a page, `steps` for a section's landing page, the empty text for the home page.
  package let key: String
  /// The folder it lies in: `steps`.
  package let folder: String
  package let isIndex: Bool
  package let language: LanguageTag

  /// Why a file's name is not a page's.
  package enum Problem: Error {
    /// No language before `.md`.
    case noLanguage
    /// A part of the path that is not `[a-z0-9-]`.
    case badName(String)
  }

  /// Reads the path of a Markdown file below `content`: `steps/risks.it.md`.
  package init(path: String) throws(Problem) {
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
    let name = parts.last.map { $0.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) } ?? []
    guard name.count == 3, let language = LanguageTag(String(Substring(name[1]))) else { throw .noLanguage }
    let key = String(Substring(name[0]))
    for part in parts.dropLast().map(String.init) + [key] where !Self.isSegment(part) { throw .badName(part) }
    folder = parts.dropLast().joined(separator: "/")
    isIndex = key == "index"
    self.key = isIndex ? folder : folder.isEmpty ? key : folder + "/" + key
    self.language = language
  }

  /// Whether a name means the page of this key: `risks` means `risks` and `steps/risks`.
  package static func isMeant(by name: String, _ key: String) -> Bool {
    let (name, key) = (name.utf8, key.utf8)
    guard key.count > name.count else { return name.elementsEqual(key) }
    return key.suffix(name.count).elementsEqual(name) && key.dropLast(name.count).last == UInt8(ascii: "/")
  }

  /// One part of an address: at most 120 bytes of a-z, 0-9 and -, not a name that Windows keeps for devices.
  static func isSegment(_ text: String) -> Bool {
    (1...120).contains(text.utf8.count) && !["con", "aux", "prn", "nul"].contains(text)
      && text.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || $0 == UInt8(ascii: "-")
      }
  }
}
