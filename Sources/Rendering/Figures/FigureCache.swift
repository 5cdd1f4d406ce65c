// Figures that were made before, and their markup: pages of a project, and the tables beside them, show the same.

import Markup
import Synchronization

/// Remembers figures of one site while its outputs are drawn, from several threads. It changes no output; it is emptied
/// when it grows, since the outputs of one project are drawn one after the other.
final class FigureCache: Sendable {
  struct Key: Hashable {
    let table: TableFiles.Key
    /// How often the same stands before it on the page.
    let occurrence: Int
  }

  private struct Place: Hashable {
    let key: Key
    /// Where tables lie as seen from the page.
    let data: String
  }

  private struct State {
    var figures: [Key: [Figure]] = [:]
    var drawn: [Place: HTML] = [:]
  }

  private static let capacity = 256
  private let state = Mutex(State())

  func figures(_ key: Key, make: () -> [Figure]) -> [Figure] {
    if let known = state.withLock({ $0.figures[key] }) { return known }
    let figures = make()
    state.withLock { state in
      if state.figures.count >= Self.capacity { state.figures.removeAll(keepingCapacity: true) }
      state.figures[key] = figures
    }
    return figures
  }

  func html(_ key: Key, seenFrom data: String, draw: () -> HTML) -> HTML {
    let place = Place(key: key, data: data)
    if let known = state.withLock({ $0.drawn[place] }) { return known }
    let html = draw()
    state.withLock { state in
      if state.drawn.count >= Self.capacity { state.drawn.removeAll(keepingCapacity: true) }
      state.drawn[place] = html
    }
    return html
  }
}
