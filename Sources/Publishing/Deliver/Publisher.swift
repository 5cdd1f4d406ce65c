// Publishing: lock, staging, one sync, exchange. At every instant readers see the old site or the new one, whole.

import CSupport
import Glibc
import Site

/// Another build holds the lock. The command line answers with exit code 75.
package struct AlreadyRunning: Error, Sendable {
  package let path: String
}

/// One publication into one output folder, from taking the lock to giving it back.
final class Publisher {
  private let folder: String
  private let lock: Int32
  private var staged: [String] = []

  private static let lockName = ".staffetta-lock"
  private static let stagingName = ".staffetta-staging"

  private var staging: String { folder + "/" + Self.stagingName }

  /// Makes the folder if need be, takes the lock, and clears what a build that was killed left behind.
  init(_ folder: String) throws {
    self.folder = folder
    try Self.makeFolder(folder)
    let path = folder + "/" + Self.lockName
    lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard lock >= 0 else { throw FileError("open", path, errno: errno) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(lock)
      if code == EWOULDBLOCK { throw AlreadyRunning(path: folder) }
      throw FileError("lock", path, errno: code)
    }
    try FolderRemoval.remove(staging)
    try Self.makeFolder(staging)
  }

  deinit { close(lock) }

  /// A folder to write an edition into.
  func stage(_ edition: Edition) throws -> StagingFolder {
    let path = staging + "/" + edition.name
    try Self.makeFolder(path)
    staged.append(edition.name)
    return try StagingFolder(path, published: folder + "/" + edition.name)
  }

  /// Makes everything durable, then exchanges each edition with the one that is published.
  func publish() throws {
    try sync()
    for name in staged { try exchange(name) }
    try syncFolder(folder)
    try FolderRemoval.remove(staging)
  }

  /// Gives up: what was staged goes, what is published stays.
  func abandon() { try? FolderRemoval.remove(staging) }

  /// One `syncfs` for all files: a `fsync` each would cost three quarters of the build again.
  private func sync() throws {
    let descriptor = open(staging, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("open", staging, errno: errno) }
    defer { close(descriptor) }
    guard staffetta_sync(descriptor) == 0 else { throw FileError("write to disk", staging, errno: errno) }
  }

  private func exchange(_ name: String) throws {
    let (new, old) = (staging + "/" + name, folder + "/" + name)
    if access(old, F_OK) != 0 {
      guard rename(new, old) == 0 else { throw FileError("publish", old, errno: errno) }
    } else if staffetta_exchange(new, old) != 0 {
      guard errno == EINVAL || errno == ENOSYS else { throw FileError("publish", old, errno: errno) }
      try replace(new, old)
    }
  }

  /// For file systems that cannot exchange: the old edition steps aside for the instant between two renames.
  private func replace(_ new: String, _ old: String) throws {
    let aside = new + ".old"
    guard rename(old, aside) == 0 else { throw FileError("publish", old, errno: errno) }
    guard rename(new, old) == 0 else {
      let code = errno
      rename(aside, old)
      throw FileError("publish", old, errno: code)
    }
  }

  private func syncFolder(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("open", path, errno: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileError("write to disk", path, errno: errno) }
  }

  private static func makeFolder(_ path: String) throws {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    let code = errno
    guard code == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw FileError("make the folder", path, errno: code)
    }
    try makeFolder(String(path[..<slash]))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw FileError("make the folder", path, errno: errno) }
  }
}

/// Removes a tree that this program made. It follows no link.
enum FolderRemoval {
  static func remove(_ path: String) throws {
    if rmdir(path) == 0 || errno == ENOENT { return }
    guard errno == ENOTEMPTY || errno == EEXIST else { throw FileError("remove", path, errno: errno) }
    for name in try FolderListing(path).names {
      let entry = path + "/" + name.shown
      var info = stat()
      guard lstat(entry, &info) == 0 else { throw FileError("look at", entry, errno: errno) }
      if info.st_mode & S_IFMT == S_IFDIR {
        try remove(entry)
      } else if unlink(entry) != 0 {
        throw FileError("remove", entry, errno: errno)
      }
    }
    guard rmdir(path) == 0 else { throw FileError("remove", path, errno: errno) }
  }
}
