// Writes one file whole or not at all: beside its place, made durable, then moved there.

import Foundation
import Glibc
import Syntax

package enum AtomicFile {
  /// Has a file written by somebody else, under a name for the time being.
  static func make(_ path: String, replaces: Bool, _ write: (String) throws -> Void) throws {
    let temporary = "\(path).\(getpid()).staffetta-new"
    defer { unlink(temporary) }
    try write(temporary)
    try put(temporary, at: path, replaces: replaces)
  }

  /// A link fails where a name is taken; a rename replaces.
  private static func put(_ temporary: String, at path: String, replaces: Bool) throws {
    guard (replaces ? rename(temporary, path) : link(temporary, path)) == 0 else {
      if errno == EEXIST { throw exists(path) }
      throw FileError("write", path, errno: errno)
    }
  }

  /// Writes a file. Without `replaces` a file that is there already is left alone and refused.
  package static func write(_ bytes: [UInt8], to path: String, replaces: Bool) throws {
    let temporary = "\(path).\(getpid()).staffetta-new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw FileError("write", temporary, errno: errno) }
    defer { unlink(temporary) }
    var code = DescriptorWriter.writeAll(descriptor, bytes)
    if code == 0, fsync(descriptor) != 0 { code = errno }
    close(descriptor)
    guard code == 0 else { throw FileError("write", temporary, errno: code) }
    try put(temporary, at: path, replaces: replaces)
  }

  package static func exists(_ path: String) -> RequestError {
    RequestError(message: "\(path) is there already; --force replaces it")
  }
}
