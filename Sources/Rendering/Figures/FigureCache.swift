// Figures that were drawn before: the same component, project, language and arguments give the same markup.

import Markup
import Synchronization

/// Remembers drawn figures of one site while its pages are rendered, from several threads. It changes no output; it is
/// emptied when it grows, since pages of one project are rendered one after the other.
final class FigureCache: Sendable {
  struct Key: Hashable {
    let component: String
    let project: Int
    let language: Int
    let arguments: [String: String]
  }

  private static let capacity = 256
  private let drawn = Mutex<[Key: HTML]>([:])

  func html(_ key: Key, draw: () -> HTML) -> HTML {
    if let known = drawn.withLock({ $0[key] }) { return known }
    let html = draw()
    drawn.withLock { cache in
      if cache.count >= Self.capacity { cache.removeAll(keepingCapacity: true) }
      cache[key] = html
    }
    return html
  }
}
