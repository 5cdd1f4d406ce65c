// The files of `Sources` as text, found from where this file lies.

import Foundation

struct SourceText {
  /// The room it lies in: the first folder below `Sources`.
  let room: String
  /// Path below `Sources`.
  let path: String
  let lines: [Substring]
}

enum SourceFolder {
  struct Missing: Error {}

  /// The Swift files, sorted by path.
  static func swiftFiles() throws -> [SourceText] {
    let root = try root().appending(path: "Sources")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path(percentEncoded: false))
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      return SourceText(
        room: path.split(separator: "/").first.map(String.init) ?? "", path: path,
        lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }

  /// The folder with `Package.swift`, above this file.
  private static func root() throws -> URL {
    var place = URL(filePath: #filePath)
    while place.path(percentEncoded: false).utf8.count > 1 {
      place = place.deletingLastPathComponent()
      let package = place.appending(path: "Package.swift").path(percentEncoded: false)
      if FileManager.default.fileExists(atPath: package) { return place }
    }
    throw Missing()
  }
}

extension SourceText {
  /// The modules it imports: `import Foundation`, `package import Syntax`, `internal import CCmark`.
  var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let at = words.firstIndex(of: "import"), at + 1 < words.count,
        words[..<at].allSatisfy({ Self.accessLevels.contains($0) || $0.hasPrefix("@") })
      else { return nil }
      return words[at + 1].split(separator: ".").first.map(String.init)
    }
  }

  private static let accessLevels = ["package", "internal", "private", "fileprivate", "public"]

  /// The lines without what stands after `//` and inside quotation marks.
  var code: [String] {
    lines.map { line in
      var code = ""
      var isText = false
      var before: Unicode.Scalar = " "
      for scalar in line.unicodeScalars {
        if scalar == "\"", before != "\\" { isText.toggle() }
        if scalar == "/", before == "/", !isText { return String(code.dropLast()) }
        if !isText { code.unicodeScalars.append(scalar) }
        before = scalar
      }
      return code
    }
  }
}
