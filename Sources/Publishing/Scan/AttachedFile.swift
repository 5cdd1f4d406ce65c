// Files that are copied into an edition as they are: images, documents.

import Glibc

enum AttachedFile {
  /// Largest file that is copied, in bytes.
  static let maximumSize = 64 << 20

  static func read(_ path: String, _ shown: String) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("open", shown, errno: errno) }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw FileError("look at", shown, errno: errno) }
    guard info.st_mode & S_IFMT == S_IFREG, info.st_size <= maximumSize else {
      throw FileError("copy", shown, "it is no regular file of at most \(maximumSize) bytes")
    }
    var bytes = [UInt8](repeating: 0, count: Int(info.st_size))
    var offset = 0
    while offset < bytes.count {
      let got = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress! + offset, $0.count - offset) }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { throw FileError("read", shown, errno: errno) }
      offset += got
    }
    return bytes
  }
}
