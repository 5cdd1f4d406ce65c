// The starters that the program carries beside its theme: what it proposes for a young project.

import Rendering
import Syntax
import Transition

enum StarterLoader {
  private static let folder = "starter/"

  static func carried() -> Starter {
    let files = Theme.carried.filter { $0.key.hasPrefix(folder) && $0.key.hasSuffix(".yaml") }
    return Starter(
      Dictionary(
        uniqueKeysWithValues: files.map { path, bytes in
          (String(path.dropFirst(folder.count)), SourceFile(path: "templates/" + path, bytes: bytes))
        }))
  }
}
