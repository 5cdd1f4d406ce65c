// The one thing of Exif that a picture needs: how it is turned. (CIPA DC-008, 4.6.4)

import Syntax

/// Exif is TIFF: a header, and a first directory whose entries have twelve bytes. (TIFF 6.0, 2)
enum ExifOrientation {
  private static let tag = 0x0112

  /// How the picture is turned or mirrored, 2...8; nil when it is upright or nothing sensible is said.
  static func read(_ tiff: ArraySlice<UInt8>) -> UInt8? {
    let isBig = tiff.starts(with: [0x4D, 0x4D, 0x00, 0x2A])
    guard isBig || tiff.starts(with: [0x49, 0x49, 0x2A, 0x00]) else { return nil }
    func number(_ at: Int, _ count: Int) -> Int? {
      guard at + count <= tiff.count else { return nil }
      let part = tiff[tiff.startIndex + at..<tiff.startIndex + at + count]
      return isBig ? part.bigEndianNumber : part.littleEndianNumber
    }
    guard let directory = number(4, 4), let count = number(directory, 2) else { return nil }
    for entry in 0..<count {
      let at = directory + 2 + 12 * entry
      guard let found = number(at, 2) else { return nil }
      guard found == tag else { continue }
      guard number(at + 2, 2) == 3, let value = number(at + 8, 2), (2...8).contains(value) else { return nil }
      return UInt8(value)
    }
    return nil
  }

  /// A whole Exif that says only this.
  static func written(_ orientation: UInt8) -> [UInt8] {
    [0x4D, 0x4D, 0x00, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
  }
}
