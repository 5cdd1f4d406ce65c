// The skeletons drawn so far: a site has few shapes of page.

import Synchronization

/// Keeps a skeleton for each template and set of names. Used from several threads; changes no output.
final class SkeletonCache: Sendable {
  private struct Key: Hashable {
    let template: String
    /// Addresses of the names: literals of the program, the same ones for the same shape.
    let names: [UInt]
  }

  private let drawn = Mutex<[Key: Skeleton]>([:])

  func skeleton(_ template: String, _ names: [StaticString], draw: () -> Skeleton) -> Skeleton {
    let key = Key(template: template, names: names.map { UInt(bitPattern: $0.utf8Start) })
    if let known = drawn.withLock({ $0[key] }) { return known }
    let skeleton = draw()
    drawn.withLock { $0[key] = skeleton }
    return skeleton
  }
}
