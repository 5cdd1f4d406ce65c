// Work on many items with a fixed number of threads; results come back in order, whatever the threads did.

import Dispatch
import Synchronization

/// Maps ranges of `0..<count` with `jobs` threads and joins the results in order. `body` must not depend on the order.
func parallelMap<Result: Sendable>(
  _ count: Int, jobs: Int, chunk: Int = 32, _ body: @Sendable (Range<Int>) -> [Result]
) -> [Result] {
  let chunks = (count + chunk - 1) / chunk
  guard jobs > 1, chunks > 1 else { return body(0..<count) }
  // Every thread writes its own elements, and all are done before the results are read.
  nonisolated(unsafe) let results = UnsafeMutableBufferPointer<[Result]>.allocate(capacity: chunks)
  defer {
    results.deinitialize()
    results.deallocate()
  }
  let next = Atomic<Int>(0)
  DispatchQueue.concurrentPerform(iterations: min(jobs, chunks)) { _ in
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < chunks else { return }
      let part = body(index * chunk..<min(count, (index + 1) * chunk))
      results.initializeElement(at: index, to: part)
    }
  }
  return results.flatMap(\.self)
}
