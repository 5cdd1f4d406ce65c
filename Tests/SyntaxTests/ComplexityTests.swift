// Tries inputs made to take long or to nest deep: each is read or refused quickly, with its place.

import Glibc
import Testing

@testable import Syntax

@Suite struct ComplexityTests {
  private func time(_ text: String) -> (errors: [String], duration: Duration) {
    var read = ReadText("")
    let duration = processorTime { read = ReadText(text) }
    return (read.errors, duration)
  }

  /// What the thread itself spends: other tests, and other programs on a busy machine, do not count.
  private func processorTime(_ work: () -> Void) -> Duration {
    func now() -> Duration {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
    let start = now()
    work()
    return now() - start
  }

  /// `unit` many times over, up to 16 KiB; debug builds are some twenty times slower than what is shipped.
  @Test(arguments: [
    "![[]()", "[", "[a](b", "{{", "{{ ", "{{ a ", "[[", "[[a", ":abc[", ":abc[x]{", ":abc[x", "{#", "{#a", "`",
    "`a``b", "<!--", "<b ", "*a _b ",
    "&amp;", "&", "a&lt;", "\\", "~~a", "~", "]{", "]", "a\n", "\n:::note\n", "\n:::\n", "::x\n", "|", "| a \n", "<",
    "![a](", "&#xFDD0;", "  \n",
    "[a]: b\n", "[a]: b \"", "a :abc[\n", "[[a|", "\t", "\n\n", "é", "\u{301}", "]: ",
  ])
  func longTextsAreQuick(_ unit: String) {
    let text = String(repeating: unit, count: (1 << 14) / unit.utf8.count)
    let duration = processorTime {
      _ = ReadText(text)
      _ = ReadText("å " + text + "\n\n" + "b")
    }
    #expect(duration < .seconds(10), "\(unit)")
  }

  @Test func decodedTextsAreQuick() {
    let text = String(repeating: "a", count: 50_000) + String(repeating: "&lt;", count: 200)
    #expect(time(text).duration < .seconds(3))
    #expect(time(text + "*b*" + text + "\\*").duration < .seconds(3))
  }

  @Test(arguments: [
    ("å\n" + String(repeating: ">", count: 200), "2:1 too-complex"),
    (String(repeating: "- ", count: 101) + "a", "1:1 too-complex"),
    ("a\n\n> " + String(repeating: "[", count: 2001), "3:1 too-complex"),
  ])
  func tooComplex(_ text: String, _ error: String) {
    let (errors, _) = time(text)
    #expect(errors.contains { $0.hasSuffix(error) }, "\(errors)")
  }

  @Test func depthIsCapped() {
    var text = ""
    for level in 0..<60 { text += String(repeating: "  ", count: level) + "- a\n" }
    #expect(time(text).errors.contains { $0.hasSuffix("too-complex") })
    let quotes = String(repeating: "> ", count: 90) + "a"
    #expect(time(quotes).errors == [])
    #expect(time(String(repeating: "> ", count: 100) + "a").errors.contains { $0.hasSuffix("too-complex") })
  }

  @Test func manyMarks() {
    let text = (0..<5000).map { "{{ a.b\($0) }}" }.joined(separator: " ")
    let read = ReadText(text)
    #expect(read.errors == [])
    #expect(read.document.references.map(\.path) == (0..<5000).map { "a.b\($0)" })
  }
}
