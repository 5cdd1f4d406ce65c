// Why an image cannot be published as it is, and at which of its bytes.

package import Syntax

package struct ImageProblem: Error, Sendable, Equatable {
  package enum Reason: Sendable, Equatable {
    /// The file is something else than its name says.
    case notThisFormat
    /// The file ends inside one of its parts.
    case truncated
    /// What its format does not allow, in words.
    case damaged(Message)
    /// What its format allows and a published drawing may not hold, in words.
    case notAllowed(Message)
  }

  package let reason: Reason
  /// In bytes from the beginning of the file.
  package let offset: Int

  init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// What is wrong, in a few words.
  package var text: Message {
    switch reason {
    case .notThisFormat: "the file is not the image that its name says"
    case .truncated: "the image ends too early, at byte \(offset)"
    case .damaged(let what): "the image is damaged at byte \(offset): \(what)"
    case .notAllowed(let what): "the drawing has \(what)"
    }
  }

  /// The finding about the file at `path`. A drawing is a text: the place is a line and a column of it.
  package func diagnostic(_ path: String, _ bytes: [UInt8]) -> Diagnostic {
    let isDrawing = path.lowercased().utf8.reversed().starts(with: ".svg".utf8.reversed())
    let place = isDrawing ? Place(SourceFile(path: path, bytes: bytes), SourceSpan(at: offset)) : Place(path: path)
    if case .notAllowed = reason {
      return Diagnostic(
        "image", at: place, text,
        rule: """
          a published SVG has shapes, text, gradients and plain styles: nothing that runs, that is fetched from \
          elsewhere, or that an editor keeps for itself
          """,
        help: "export it as plain SVG, or delete this by hand")
    }
    return Diagnostic(
      "image", at: place, text,
      rule:
        "an image is published without what cameras and editors wrote into it, so all of its parts must be readable",
      help: "open it in an editor and export it again")
  }
}
