// The project's own folder, for tests that read its sources and its content.

package import Foundation

package enum ProjectFolder {
  struct Missing: Error {}

  /// The folder with `Package.swift`, above this file.
  package static func root() throws -> URL {
    var place = URL(filePath: #filePath)
    while place.path(percentEncoded: false).utf8.count > 1 {
      place = place.deletingLastPathComponent()
      let package = place.appending(path: "Package.swift").path(percentEncoded: false)
      if FileManager.default.fileExists(atPath: package) { return place }
    }
    throw Missing()
  }
}
