// Anchors of headings: the id that was written, else a slug of the words; numbered where two are equal.

import Foundation
package import Syntax

package enum Anchors {
  /// The anchors of a page's headings by its own words.
  package static func own(_ headings: [Heading]) -> [String] {
    var used: Set<String> = Set(headings.compactMap(\.id))
    var lastNumber: [String: Int] = [:]
    return headings.map { heading in
      if let id = heading.id { return id }
      let slug = slug(heading.text)
      var candidate = slug
      var number = lastNumber[slug] ?? 1
      while !used.insert(candidate).inserted {
        number += 1
        candidate = "\(slug)-\(number)"
      }
      lastNumber[slug] = number
      return candidate
    }
  }

  /// `[a-z0-9-]` of a text: letters with marks lose them, German and Swedish ones are written out.
  package static func slug(_ text: String) -> String {
    var slug: [UInt8] = []
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        append(UInt8(scalar.value), to: &slug)
      } else if let letters = Self.letters[scalar.properties.lowercaseMapping] {
        slug.append(contentsOf: letters.utf8)
      } else if let base = scalar.properties.lowercaseMapping.decomposedStringWithCanonicalMapping.unicodeScalars.first,
        base.isASCII
      {
        append(UInt8(base.value), to: &slug)
      }
    }
    while slug.last == UInt8(ascii: "-") { slug.removeLast() }
    let short = slug.prefix(64)
    return short.isEmpty ? "section" : String(decoding: short, as: UTF8.self)
  }

  private static let letters = ["ä": "a", "ö": "o", "å": "a", "ü": "u", "ß": "ss", "æ": "ae", "ø": "o", "œ": "oe"]

  private static func append(_ byte: UInt8, to slug: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): slug.append(byte | 0x20)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): slug.append(byte)
    case UInt8(ascii: "'"), UInt8(ascii: "\""): break
    default: if let last = slug.last, last != UInt8(ascii: "-") { slug.append(UInt8(ascii: "-")) }
    }
  }
}
