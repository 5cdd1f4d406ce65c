// A published edition as it lies on disk: its marker, the files that are there, and how the two differ.

import Glibc
import Site
import Syntax

/// An edition's folder, read from disk.
struct PublishedEdition {
  let edition: Edition
  let folder: String
  /// Paths of the files in it, in order, without the marker.
  let files: [String]
  /// What is there and not listed, and the other way round.
  let findings: [Diagnostic]
  private let identity: [UInt64]

  /// Refuses what is no published edition of that name and for those readers.
  init(_ edition: Edition, output: String) throws {
    self.edition = edition
    folder = output + "/" + edition.name
    let marker = try Self.marker(folder, edition)
    identity = Self.identity(of: folder)
    var walk = FolderWalk()
    try walk.add(folder, "")
    files = walk.files.filter { $0 != OwnerMarker.name }
    findings = Self.compare(marker.paths, files, walk.strange, edition)
  }

  /// Whether a build has put another folder in its place meanwhile.
  var wasReplaced: Bool { Self.identity(of: folder) != identity }

  private static func marker(_ folder: String, _ edition: Edition) throws -> OwnerMarker {
    guard access(folder, F_OK) == 0 else {
      throw OutputRefusal(
        message: "there is no published edition \(folder)", help: "build it first, or name its folder with --output")
    }
    guard let marker = try OwnerMarker(folder: folder) else {
      throw OutputRefusal(
        message: "\(folder) was not made by this program: it has no marker \(OwnerMarker.name)",
        help: "build the edition again; nothing was looked at")
    }
    let expected = OwnerMarker(edition, paths: [])
    guard marker.edition == expected.edition, marker.audience == expected.audience else {
      throw OutputRefusal(
        message:
          "\(folder) was published as \"\(marker.edition)\" for \"\(marker.audience)\", and site.yaml has \"\(expected.edition)\" for \"\(expected.audience)\" there",
        help: "delete the folder if that change is meant, and build the edition again")
    }
    return marker
  }

  // MARK: Differences

  private static func compare(_ listed: [String], _ present: [String], _ strange: [String], _ edition: Edition)
    -> [Diagnostic]
  {
    // By bytes: two names that look the same are two files.
    let (known, there) = (Set(listed.map { Array($0.utf8) }), Set(present.map { Array($0.utf8) }))
    let added = present.filter { !known.contains(Array($0.utf8)) }.map { path in
      finding(
        path, edition, "a file that the build did not write", "take it out; what belongs there is linked in content/")
    }
    let odd = strange.map { path in
      finding(path, edition, "a link, a pipe or a name that the build does not write", "take it out")
    }
    let removed = listed.filter { !there.contains(Array($0.utf8)) }.map { path in
      finding(path, edition, "a file that the build wrote is missing", "build the edition again")
    }
    return added + odd + removed
  }

  private static func finding(_ path: String, _ edition: Edition, _ message: Message, _ help: Message) -> Diagnostic {
    Diagnostic(
      "edition-files", at: Place(path: edition.name + "/" + path), message,
      rule: "a published edition holds the files of its marker \(OwnerMarker.name), and no others", help: help)
  }

  private static func identity(of folder: String) -> [UInt64] {
    var info = stat()
    return stat(folder, &info) == 0 ? [UInt64(info.st_dev), UInt64(info.st_ino)] : []
  }
}

/// The paths below a folder. It follows no link.
private struct FolderWalk {
  private(set) var files: [String] = []
  /// What is no regular file, or has a name that is not printable.
  private(set) var strange: [String] = []

  mutating func add(_ folder: String, _ part: String) throws {
    for name in try FolderListing(folder + "/" + part).names {
      let path = part + name.shown
      var info = stat()
      guard name.text != nil, lstat(folder + "/" + path, &info) == 0 else {
        strange.append(path)
        continue
      }
      switch info.st_mode & S_IFMT {
      case S_IFDIR: try add(folder, path + "/")
      case S_IFREG: files.append(path)
      default: strange.append(path)
      }
    }
  }
}
