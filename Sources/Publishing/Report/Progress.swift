// Progress on standard error: a bar on a terminal, else one line every ten seconds.

import Glibc
import Synchronization

/// Counts finished pieces of work, from several threads.
package final class Progress: Sendable {
  private let total: Int
  private let isTerminal: Bool
  private let done = Atomic<Int>(0)
  private let lastPrint: Mutex<ContinuousClock.Instant>

  package init(total: Int) {
    self.total = total
    isTerminal = isatty(STDERR_FILENO) == 1
    lastPrint = Mutex(ContinuousClock.now)
  }

  package func advance(_ count: Int) {
    let now = done.add(count, ordering: .relaxed).newValue
    let interval: Duration = isTerminal ? .milliseconds(100) : .seconds(10)
    let isDue = lastPrint.withLock { last in
      guard last.duration(to: .now) >= interval else { return false }
      last = .now
      return true
    }
    if isDue { show(now) }
  }

  /// Clears the bar.
  package func finish() {
    if isTerminal { StandardError.write("\r\u{1B}[K") }
  }

  private func show(_ now: Int) {
    guard isTerminal else { return StandardError.write("rendered \(now) of \(total)\n") }
    let width = 30
    let filled = total > 0 ? now * width / total : width
    let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: width - filled)
    StandardError.write("\r\(bar) \(now)/\(total)")
  }
}

/// Messages go to standard error, data to standard output.
package enum StandardError {
  package static func write(_ text: String) {
    // There is no place left to report a failure to.
    _ = DescriptorWriter.writeAll(STDERR_FILENO, Array(text.utf8))
  }
}
