// An image as it is published: the same picture without what cameras, editors and programs wrote into its file.

/// The list of formats. A new one is one file in this folder and one line here.
package enum ImageCleaner {
  private static let formats: [String: @Sendable ([UInt8]) throws(ImageProblem) -> [UInt8]] = [
    "jpg": { bytes throws(ImageProblem) in try JPEGCleaner.clean(bytes) },
    "jpeg": { bytes throws(ImageProblem) in try JPEGCleaner.clean(bytes) },
    "png": { bytes throws(ImageProblem) in try PNGCleaner.clean(bytes) },
    "gif": { bytes throws(ImageProblem) in try GIFCleaner.clean(bytes) },
    "webp": { bytes throws(ImageProblem) in try WebPCleaner.clean(bytes) },
    "svg": { bytes throws(ImageProblem) in try SVGCleaner.clean(bytes) },
  ]

  /// The bytes to publish of the file at `path`; those of a file that is no image are handed back as they are.
  package static func clean(_ bytes: [UInt8], path: String) throws(ImageProblem) -> [UInt8] {
    guard let clean = formats[ImageSize.ending(path)] else { return bytes }
    return try clean(bytes)
  }
}
