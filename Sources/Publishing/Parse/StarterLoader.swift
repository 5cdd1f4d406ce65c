// What the program proposes for young projects, from the starters that it carries beside its theme.

import Languages
import Rendering
import Site
import Syntax
import Transition

/// Reads the starters once, and only where a project wants one.
struct StarterLoader {
  let configuration: SiteConfiguration
  let words: StarterWords
  private var starter: Starter?

  init(_ configuration: SiteConfiguration, _ languages: [Language]) {
    (self.configuration, words) = (configuration, StarterWords(languages))
  }

  /// The project with proposals where little is written yet.
  mutating func proposing(_ project: TransitionProject) -> TransitionProject {
    guard Proposals.areWanted(for: project) else { return project }
    let known = starter ?? Self.carried()
    starter = known
    var project = project
    project.proposals = Proposals.records(
      for: project, known, words, sourceLanguage: project.sourceLanguage ?? configuration.sourceLanguage)
    return project
  }

  static func carried() -> Starter {
    let folder = "starter/"
    let files = Theme.carried.filter { $0.key.hasPrefix(folder) && $0.key.hasSuffix(".yaml") }
    return Starter(
      Dictionary(
        uniqueKeysWithValues: files.map { path, bytes in
          (String(path.dropFirst(folder.count)), SourceFile(path: "templates/" + path, bytes: bytes))
        }))
  }
}
