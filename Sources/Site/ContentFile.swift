// A file of `content` that is neither page nor data: an image, a document; copied into the editions that link to it.

package import Syntax

package struct ContentFile: Sendable {
  /// Path below `content`.
  package let path: String
  /// In bytes, as published.
  package let size: Int
  /// Nil for files that are not images.
  package let image: ImageSize?

  /// Looks at a file's first bytes: `head` is enough of an image to know how large it is. `finding` is what is wrong
  /// with the rest of it.
  package static func read(_ path: String, size: Int, head: [UInt8]?, finding: Diagnostic? = nil)
    -> (ContentFile, Diagnostic?)
  {
    guard ImageSize.isImage(path) else { return (ContentFile(path: path, size: size, image: nil), nil) }
    do {
      return (ContentFile(path: path, size: size, image: try ImageSize(head ?? [], path: path)), finding)
    } catch {
      return (ContentFile(path: path, size: size, image: nil), broken("content/" + path, error))
    }
  }

  /// What it is, for the reader of a link: `PDF`, from the name's ending.
  package var format: String { path.split(separator: ".").last.map { $0.uppercased() } ?? "" }

  private static func broken(_ path: String, _ problem: ImageSize.Problem) -> Diagnostic {
    let message: Message
    switch problem {
    case .empty: message = "the image is empty"
    case .notThisFormat: message = "the file is not the image that its name says"
    case .truncated: message = "the image ends before it says how large it is"
    case .tooLarge(let width, let height): message = "the image has \(width) × \(height) pixels"
    }
    return Diagnostic(
      "image", at: Place(path: path), message,
      rule: "an image is a PNG, JPEG, GIF, WebP or SVG of at most \(ImageSize.maximum) pixels a side",
      help: "export it again, or correct the ending of its name")
  }
}
