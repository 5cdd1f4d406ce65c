// The output folder: what in it is ours, what is not, and the marker that tells the two apart.

import Foundation
import Glibc
import Site
import Transition

/// Why a folder may not be written to. The command line answers with exit code 64.
package struct OutputRefusal: Error, Sendable {
  package let message: String
  package let help: String
}

/// The marker in every published edition: whose it is, and every path in it, so that only what we made is ever deleted.
struct OwnerMarker: Equatable {
  static let name = ".staffetta-owner"
  private static let heading = "staffetta 1"

  let edition: String
  let audience: String
  let paths: [String]

  init(_ edition: Edition, paths: [String]) {
    self.edition = edition.name
    audience = edition.readers.audience.rawValue + (edition.readers.partner.map { " " + $0 } ?? "")
    self.paths = paths.sorted()
  }

  var bytes: [UInt8] {
    let lines = [Self.heading, "edition: \(edition)", "audience: \(audience)", "files: \(paths.count)"] + paths
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// Reads the marker of a published edition; nil when it has none or it is not ours.
  init?(folder: String) throws(FileError) {
    let path = folder + "/" + Self.name
    if access(path, F_OK) != 0, errno == ENOENT || errno == ENOTDIR { return nil }
    let data = try AttachedFile.read(path, path)
    let lines = data.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    guard lines.count >= 4, lines[0] == Self.heading, lines[1].hasPrefix("edition: "), lines[2].hasPrefix("audience: ")
    else { return nil }
    edition = String(lines[1].dropFirst("edition: ".count))
    audience = String(lines[2].dropFirst("audience: ".count))
    paths = Array(lines[4...])
  }
}

struct OutputFolder {
  let path: String

  /// Names beside the editions that are not ours and stay.
  private static let tolerated: Set<String> = ["README.md", ".gitkeep", ".gitignore", ".gitattributes"]

  /// Refuses a folder that is the site itself, holds it, or holds what this program did not make.
  func check(site: String, editions: [Edition]) throws {
    try checkPlace(site)
    guard access(path, F_OK) == 0 else { return }
    let names = try FolderListing(path).names.map(\.shown)
    for name in names where !Self.tolerated.contains(name) && !name.hasPrefix(".staffetta-") {
      try checkEdition(name, editions)
    }
  }

  private func checkPlace(_ site: String) throws {
    let output = Self.resolved(path)
    let home = Self.resolved(FileManager.default.homeDirectoryForCurrentUser.path)
    let content = Self.resolved(site) + "/content"
    let forbidden = [Self.resolved(site), content, Self.resolved(site) + "/templates", "/", home]
    let holdsSite = (Self.resolved(site) + "/").hasPrefix(output == "/" ? "/" : output + "/")
    let isInside =
      (output + "/").hasPrefix(content + "/") || (output + "/").hasPrefix(Self.resolved(site) + "/templates/")
    guard forbidden.contains(output) || holdsSite || isInside else { return }
    throw OutputRefusal(
      message: "the output folder \(path) is the site's own folder, or holds it, or lies in its content",
      help: "name a folder that is only for the published site: --output DIR")
  }

  private func checkEdition(_ name: String, _ editions: [Edition]) throws {
    let folder = path + "/" + name
    guard let marker = try OwnerMarker(folder: folder) else {
      throw OutputRefusal(
        message: "\(folder) was not made by this program",
        help: "move it away, or name another folder with --output; nothing was deleted")
    }
    guard let edition = editions.first(where: { $0.name == name }) else { return }
    let expected = OwnerMarker(edition, paths: [])
    guard marker.audience == expected.audience else {
      throw OutputRefusal(
        message:
          "\(folder) was published for \"\(marker.audience)\", and the edition \"\(name)\" is now for \"\(expected.audience)\"",
        help: "delete the folder if that change is meant: the two must never mix")
    }
    let known = Set(marker.paths + [OwnerMarker.name])
    if let foreign = try Self.files(below: folder).first(where: { !known.contains($0) }) {
      throw OutputRefusal(
        message: "\(folder)/\(foreign) was not made by this program",
        help: "move it away; a published edition is replaced as a whole; nothing was deleted")
    }
  }

  /// Paths of all files below a folder.
  static func files(below folder: String) throws -> [String] {
    var found: [String] = []
    var open = [""]
    while let part = open.popLast() {
      for name in try FolderListing(folder + "/" + part).names {
        let path = part + name.shown
        var info = stat()
        guard lstat(folder + "/" + path, &info) == 0 else {
          throw FileError("look at", folder + "/" + path, errno: errno)
        }
        if info.st_mode & S_IFMT == S_IFDIR { open.append(path + "/") } else { found.append(path) }
      }
    }
    return found
  }

  /// The path without symbolic links and `..`; of a path that does not exist yet, as far as it does.
  private static func resolved(_ path: String) -> String {
    var missing: [String] = []
    var url = URL(fileURLWithPath: path).standardizedFileURL
    while access(url.path, F_OK) != 0, url.path != "/" {
      missing.insert(url.lastPathComponent, at: 0)
      url.deleteLastPathComponent()
    }
    let base = realpath(url.path, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    return ([base == "/" ? "" : base ?? url.path] + missing).joined(separator: "/").isEmpty
      ? "/" : ([base == "/" ? "" : base ?? url.path] + missing).joined(separator: "/")
  }
}
