// Writes an edition's files into its staging folder; a file that did not change is the published one, with its time.

import Glibc

/// One edition under construction. Used from several threads: it keeps no state but two open folders.
final class StagingFolder: Sendable {
  private let path: String
  private let folder: Int32
  /// The published edition, -1 when there is none.
  private let published: Int32

  init(_ path: String, published: String) throws {
    self.path = path
    folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw FileError("open", path, errno: errno) }
    self.published = open(published, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
  }

  deinit {
    close(folder)
    if published >= 0 { close(published) }
  }

  /// Writes one file. `relative` is its path in the edition; folders on the way are made.
  func write(_ relative: String, _ bytes: [UInt8]) throws(FileError) {
    if isPublished(relative, bytes), linkat(published, relative, folder, relative, 0) == 0 { return }
    var descriptor = create(relative)
    if descriptor < 0, errno == ENOENT {
      try makeFolders(relative)
      if isPublished(relative, bytes), linkat(published, relative, folder, relative, 0) == 0 { return }
      descriptor = create(relative)
    }
    guard descriptor >= 0 else { throw FileError("write", path + "/" + relative, errno: errno) }
    let code = DescriptorWriter.writeAll(descriptor, bytes)
    let closed = close(descriptor) == 0 ? 0 : errno
    guard code == 0, closed == 0 else {
      throw FileError("write", path + "/" + relative, errno: code != 0 ? code : closed)
    }
  }

  private func create(_ relative: String) -> Int32 {
    openat(folder, relative, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
  }

  /// Makes the folder of a file; those around it only where they are missing, since most are there.
  private func makeFolders(_ relative: String) throws(FileError) {
    guard let slash = relative.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
    let part = String(relative[..<slash])
    if mkdirat(folder, part, 0o755) == 0 || errno == EEXIST { return }
    if errno == ENOENT {
      try makeFolders(part)
      if mkdirat(folder, part, 0o755) == 0 || errno == EEXIST { return }
    }
    throw FileError("make the folder", path + "/" + part, errno: errno)
  }

  /// Whether the published edition has this file with these bytes.
  private func isPublished(_ relative: String, _ bytes: [UInt8]) -> Bool {
    guard published >= 0 else { return false }
    let descriptor = openat(published, relative, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_size == bytes.count else {
      return false
    }
    return withUnsafeTemporaryAllocation(byteCount: 65536, alignment: 16) { buffer in
      var offset = 0
      while offset < bytes.count {
        let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        guard got > 0, offset + got <= bytes.count else { return false }
        let isEqual = bytes.withUnsafeBytes { memcmp($0.baseAddress! + offset, buffer.baseAddress!, got) == 0 }
        guard isEqual else { return false }
        offset += got
      }
      return true
    }
  }
}
