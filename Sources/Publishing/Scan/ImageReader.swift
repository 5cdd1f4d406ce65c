// Reads an image whole, tries whether it can be published, and keeps only what says how large it is.

import Site
import Syntax

enum ImageReader {
  static func entry(_ path: String, size: Int, root: String) -> Result<SourceTree.Entry, FileError> {
    let limit = AttachedFile.maximumSize
    let isTooLarge = size > limit
    let read = FileReader.read(root + "/" + path, path, limit: isTooLarge ? ImageSize.neededBytes : limit)
    return read.map { bytes in
      if isTooLarge { return entry(path, bytes, size: size, tooLarge(path, size)) }
      do throws(ImageProblem) {
        let published = try ImageCleaner.clean(bytes, path: path)
        return entry(path, published, size: published.count, nil)
      } catch {
        return entry(path, bytes, size: size, error.diagnostic(path, bytes))
      }
    }
  }

  private static func entry(_ path: String, _ bytes: [UInt8], size: Int, _ finding: Diagnostic?) -> SourceTree.Entry {
    SourceTree.Entry(path: path, bytes: Array(bytes.prefix(ImageSize.neededBytes)), size: size, finding: finding)
  }

  private static func tooLarge(_ path: String, _ size: Int) -> Diagnostic {
    Diagnostic(
      "image", at: Place(path: path), "the image has \(size) bytes",
      rule: "an image has at most \(AttachedFile.maximumSize) bytes", help: "export it smaller")
  }
}
