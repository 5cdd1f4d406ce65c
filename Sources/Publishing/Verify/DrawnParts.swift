// The drawings on a page, and what stands around them.

enum DrawnParts {
  private static let (start, end) = (Array("<svg ".utf8), Array("</svg>".utf8))

  /// The parts of a page outside of its drawings; what has no end counts as text.
  static func without(_ page: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var rest = page
    while let open = rest.firstRange(of: start), let close = rest[open.upperBound...].firstRange(of: end) {
      parts.append(rest[..<open.lowerBound])
      rest = rest[close.upperBound...]
    }
    return parts + [rest]
  }
}
