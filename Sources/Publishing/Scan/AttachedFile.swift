// Files that are copied into an edition: documents as they are, images without what was written into them.

import Glibc
import Site

enum AttachedFile {
  /// Largest file that is copied, in bytes.
  static let maximumSize = 64 << 20

  /// The bytes to publish.
  static func published(_ path: String, _ shown: String) throws(FileError) -> [UInt8] {
    let bytes = try read(path, shown)
    do throws(ImageProblem) {
      return try ImageCleaner.clean(bytes, path: path)
    } catch {
      // It was whole when it was checked.
      throw FileError("copy", shown, error.text.english)
    }
  }

  static func read(_ path: String, _ shown: String) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("open", shown, errno: errno) }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw FileError("look at", shown, errno: errno) }
    guard info.st_mode & S_IFMT == S_IFREG, info.st_size <= maximumSize else {
      throw FileError("copy", shown, "it is no regular file of at most \(maximumSize) bytes")
    }
    guard let bytes = FileReader.contents(descriptor, size: Int(info.st_size)), bytes.count == Int(info.st_size) else {
      throw FileError("read", shown, errno: errno)
    }
    return bytes
  }
}
