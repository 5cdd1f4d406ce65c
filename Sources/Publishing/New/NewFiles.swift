// Files that a command puts into a site's folder: all of them or none, and nothing that is there is replaced.

import Foundation
import Syntax

/// A text that is to become a file of a site.
package struct NewFile: Sendable {
  /// Below the site's folder.
  package let path: String
  package let text: String

  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}

package enum NewFiles {
  /// Refuses where one of the files is there already.
  static func checkNone(of files: [NewFile], isIn folder: String) throws {
    let taken = files.map(\.path).filter { isThere($0, in: folder) }
    guard taken.isEmpty else {
      let names = taken.map { "\(folder)/\($0)" }.joined(separator: ", ")
      throw RequestError(message: "\(names) is there already and stays as it is; nothing was written")
    }
  }

  /// Whether a file or folder is in a site's folder.
  static func isThere(_ path: String, in folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/" + path)
  }

  /// Writes the files with the folders that they need.
  package static func write(_ files: [NewFile], to folder: String) throws {
    try checkNone(of: files, isIn: folder)
    for file in files { try write(file.text, to: folder + "/" + file.path, replaces: false) }
  }

  static func remove(_ path: String) throws {
    do { try FileManager.default.removeItem(atPath: path) } catch {
      throw FileError("remove", path, error.localizedDescription)
    }
  }

  /// Whether a file is there that holds none of the marks of what the program makes itself, and replaces.
  static func isForeign(_ path: String, marks: [String]) -> Bool {
    guard let data = FileManager.default.contents(atPath: path) else { return false }
    return !marks.contains { ByteSearch.first($0, in: Array(data)) != nil }
  }

  static func write(_ text: String, to path: String, replaces: Bool) throws {
    try write(Array(text.utf8), to: path, replaces: replaces)
  }

  static func write(_ bytes: [UInt8], to path: String, replaces: Bool) throws {
    let folder = (path as NSString).deletingLastPathComponent
    do {
      if !folder.isEmpty { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
    } catch {
      throw FileError("make the folder", folder, error.localizedDescription)
    }
    try AtomicFile.write(bytes, to: path, replaces: replaces)
  }
}
