// Reads a file, and makes sure that it was not written to meanwhile.

import Glibc
import Syntax

enum FileReader {
  /// A text, whole; or of a file that is only looked at, the first bytes up to `limit`.
  static func read(_ path: String, _ shown: String, limit: Int?) -> Result<[UInt8], FileError> {
    for attempt in 0..<2 {
      let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard descriptor >= 0 else { return .failure(FileError("open", shown, errno: errno)) }
      defer { close(descriptor) }
      var before = stat()
      guard fstat(descriptor, &before) == 0 else { return .failure(FileError("look at", shown, errno: errno)) }
      guard before.st_mode & S_IFMT == S_IFREG, limit != nil || before.st_size <= SourceFile.maximumTableSize else {
        return .failure(FileError("read", shown, "it changed into something that is not read"))
      }
      let wanted = min(limit ?? .max, Int(before.st_size))
      guard let bytes = contents(descriptor, size: wanted) else {
        return .failure(FileError("read", shown, errno: errno))
      }
      var after = stat()
      if fstat(descriptor, &after) == 0, after.st_size == before.st_size, bytes.count == wanted,
        after.st_mtim.tv_sec == before.st_mtim.tv_sec, after.st_mtim.tv_nsec == before.st_mtim.tv_nsec
      {
        return .success(bytes)
      }
      if attempt == 1 { break }
    }
    return .failure(FileError("read", shown, "it is being written to"))
  }

  /// The bytes of an open file, fewer where it ends early; nil when reading fails.
  static func contents(_ descriptor: Int32, size: Int) -> [UInt8]? {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = Glibc.read(descriptor, buffer.baseAddress! + count, size - count)
        if got < 0, errno == EINTR { continue }
        failed = got < 0
        if got <= 0 { break }
        count += got
      }
    }
    return failed ? nil : bytes
  }
}
