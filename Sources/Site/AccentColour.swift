// An edition's accent colour, and whether text in it can be read: contrast as WCAG 2.2 computes it.

import Foundation

/// A colour of sRGB, written `#1f5f4a`.
package struct AccentColour: Sendable, Equatable {
  /// Red, green, blue, 0...255.
  private let channels: [UInt8]

  /// The least contrast on white paper: links also stand on the theme's tinted areas, where 4.5:1 must be left of it.
  /// (WCAG 2.2, 1.4.3)
  package static let leastContrast = 5.0
  /// The theme's dark paper, and the contrast that the accent's light twin has on it.
  private static let darkPaper = AccentColour(channels: [0x10, 0x15, 0x1C])
  private static let darkContrast = 7.5
  private static let white = AccentColour(channels: [255, 255, 255])
  private static let black = AccentColour(channels: [0, 0, 0])

  private init(channels: [UInt8]) { self.channels = channels }

  /// Reads `#rrggbb`; nil for anything else.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[0] == UInt8(ascii: "#") else { return nil }
    var channels: [UInt8] = []
    for at in [1, 3, 5] {
      guard let high = Self.digit(bytes[at]), let low = Self.digit(bytes[at + 1]) else { return nil }
      channels.append(high << 4 | low)
    }
    self.channels = channels
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  package var text: String {
    "#"
      + channels.map { channel in
        let digits = String(channel, radix: 16)
        return channel < 16 ? "0" + digits : digits
      }.joined()
  }

  /// Contrast with white paper, 1...21.
  package var contrastOnWhite: Double { contrast(with: Self.white) }

  /// The same colour for dark paper: lightened until it can be read there.
  package var onDark: AccentColour {
    mixed(with: Self.white) { $0.contrast(with: Self.darkPaper) >= Self.darkContrast }
  }

  /// The nearest darker colour that has enough contrast on white.
  package var readable: AccentColour { mixed(with: Self.black) { $0.contrastOnWhite >= Self.leastContrast } }

  /// Mixed with another colour in steps of 2 % until the test holds.
  private func mixed(with other: AccentColour, until holds: (AccentColour) -> Bool) -> AccentColour {
    for step in 0...50 {
      let mixed = AccentColour(
        channels: zip(channels, other.channels).map { own, target in
          UInt8((Int(own) * (50 - step) + Int(target) * step) / 50)
        })
      if holds(mixed) { return mixed }
    }
    return other
  }

  /// (L1 + 0.05) / (L2 + 0.05), the lighter colour first. (WCAG 2.2, contrast ratio)
  private func contrast(with other: AccentColour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// Relative luminance, 0...1. (WCAG 2.2)
  private var luminance: Double {
    let linear = channels.map { channel -> Double in
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
