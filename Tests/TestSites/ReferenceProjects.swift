// The example projects of the repository as they are written, read once for all tests that tell their figures.

import Foundation
import Publishing
import Site
package import Transition

package enum ReferenceProjects {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  private struct NotThere: Error {}

  private static let projects: Result<[TransitionProject], any Error> = Result {
    let tree = try Scanner.scan(root, jobs: 2)
    guard let parsed = ContentParser.parse(tree, jobs: 2).0 else { throw NotThere() }
    return parsed.content.projects
  }

  /// A project by its id.
  package static func project(_ id: String) throws -> TransitionProject {
    guard let project = try projects.get().first(where: { $0.id == id }) else { throw NotThere() }
    return project
  }
}
