// Reads an image whole, tries whether it can be published, and keeps only what says how large it is.

import Site
import Syntax

enum ImageReader {
  /// How many bytes of an image are read that is refused anyway.
  private static let headOfTooLarge = 256 << 10

  static func entry(_ path: String, size: Int, root: String) -> Result<SourceTree.Entry, FileError> {
    let limit = AttachedFile.maximumSize
    let isTooLarge = size > limit
    let read = FileReader.read(root + "/" + path, path, limit: isTooLarge ? headOfTooLarge : limit)
    return read.map { bytes in
      isTooLarge ? entry(path, bytes, size: size, tooLarge(path, size)) : entry(path, bytes)
    }
  }

  /// An image that was read whole.
  static func entry(_ path: String, _ bytes: [UInt8]) -> SourceTree.Entry {
    do throws(ImageProblem) {
      let published = try ImageCleaner.clean(bytes, path: path)
      return entry(path, published, size: published.count, nil)
    } catch {
      return entry(path, bytes, size: bytes.count, error.diagnostic(path, bytes))
    }
  }

  private static func entry(_ path: String, _ bytes: [UInt8], size: Int, _ finding: Diagnostic?) -> SourceTree.Entry {
    SourceTree.Entry(path: path, bytes: head(bytes, path), size: size, finding: finding)
  }

  /// The beginning that says how large it is: short, but behind a long colour profile.
  private static func head(_ bytes: [UInt8], _ path: String) -> [UInt8] {
    var length = 1024
    while length < bytes.count {
      let head = Array(bytes.prefix(length))
      if (try? ImageSize(head, path: path)) != nil { return head }
      length *= 4
    }
    return bytes
  }

  private static func tooLarge(_ path: String, _ size: Int) -> Diagnostic {
    Diagnostic(
      "image", at: Place(path: path), "the image has \(size) bytes",
      rule: "an image has at most \(AttachedFile.maximumSize) bytes", help: "export it smaller")
  }
}
