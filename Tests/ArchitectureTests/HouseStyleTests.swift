// Holds the style of the house that a formatter does not know: first lines, sizes, and words that may not stand in it.

import Testing

@Suite struct HouseStyleTests {
  static let longest = 250

  @Test func everyFileSaysWhatItIsFor() throws {
    for file in try SourceFolder.swiftFiles() {
      let first = file.lines.first ?? ""
      // A sentence may go on in the next line of the comment.
      let comment = file.lines.prefix { $0.hasPrefix("//") }.map { $0.drop { $0 == "/" || $0 == " " } }
      let sentence = comment.joined(separator: " ")
      #expect(first.hasPrefix("// "), "\(file.path)")
      #expect(sentence.split(separator: " ").count >= 4, "\(file.path)")
      #expect(sentence.last.map { ".)?!".contains($0) } ?? false, "\(file.path): \(sentence)")
    }
  }

  @Test func noFileIsLong() throws {
    for file in try SourceFolder.swiftFiles() {
      // A file ends with a line end: the last piece is empty.
      #expect(file.lines.count - 1 <= Self.longest, "\(file.path)")
      #expect(file.lines.last == "", "\(file.path) ends with a line end")
    }
  }

  /// What crashes, what is not finished, and what is quadratic, locale-bound or wrong on bytes.
  @Test(arguments: [
    "try!", "fatalError", "as!", "preconditionFailure", "Character(", ": Character", "[Character", "Regex",
  ])
  func noWordThatMayNotStand(_ word: String) throws {
    for file in try SourceFolder.swiftFiles() {
      for (number, line) in file.code.enumerated() where has(word, line) {
        Issue.record("\(file.path):\(number + 1) has \(word)")
      }
    }
  }

  /// Whether a word stands in a line, not as the end of a longer name.
  private func has(_ word: String, _ line: String) -> Bool {
    line.ranges(of: word).contains { range in
      let before = line.unicodeScalars[..<range.lowerBound].last
      return before.map { !$0.properties.isAlphabetic } ?? true
    }
  }

  @Test func nothingIsLeftToDo() throws {
    let words = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]
    for file in try SourceFolder.swiftFiles() {
      for (number, line) in file.lines.enumerated() where words.contains(where: { line.contains($0) }) {
        Issue.record("\(file.path):\(number + 1)")
      }
    }
  }

  @Test func thereIsOneClock() throws {
    for file in try SourceFolder.swiftFiles() where file.path != "Publishing/AsOfClock.swift" {
      for word in ["Date()", "Date.now", "time(nil)", "clock_gettime", "SystemClock"] {
        #expect(!file.code.contains { $0.contains(word) }, "\(file.path) uses \(word)")
      }
    }
  }

  @Test func twoFilesStartAnotherProgram() throws {
    let words = ["posix_spawn", "Process()", "Process.run", "popen(", "system(", "fork(", "execv"]
    let starting = try SourceFolder.swiftFiles().filter { file in
      file.code.contains { line in words.contains { line.contains($0) } }
    }
    #expect(starting.map(\.path) == ["Publishing/Disclosure/GitProcess.swift", "Publishing/ExternalProgram.swift"])
  }
}
