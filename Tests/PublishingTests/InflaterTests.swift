// Packed streams: whole, cut, damaged, too large; and pieces found inside of other bytes.

import TestRandom
import Testing

@testable import Publishing

@Suite struct InflaterTests {
  /// "hello hello hello hello" in the three forms, as Python packs it.
  private static let raw: [UInt8] = [0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0x57, 0xC8, 0x40, 0x27, 0x01]
  private static let zlib: [UInt8] = [0x78, 0x9C] + raw + [0x68, 0x03, 0x08, 0xB1]
  private static let gzip: [UInt8] =
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 3] + raw + [0xE3, 0x51, 0x3D, 0x8D, 0x17, 0, 0, 0]
  private static let plain = Array("hello hello hello hello".utf8)

  /// A stored block of deflate that says it is not the last: a stream of these never ends.
  private static let emptyBlock: [UInt8] = [0, 0, 0, 0xFF, 0xFF]

  @Test(arguments: [(raw, Inflater.Form.raw), (zlib, .zlib), (gzip, .gzip)])
  func inflatesEachForm(_ packed: [UInt8], _ form: Inflater.Form) {
    let inflated = Inflater.inflate((packed + [1, 2, 3])[...], form, limit: 1000)
    #expect(inflated.bytes == Self.plain && inflated.isWhole && !inflated.isCut)
    #expect(inflated.consumed == packed.count)
  }

  @Test func takesNoMoreThanItMay() {
    let cut = Inflater.inflate(Self.zlib[...], .zlib, limit: 22)
    #expect(cut.bytes == Array(Self.plain.dropLast()) && cut.isCut && !cut.isWhole)
    let exact = Inflater.inflate(Self.zlib[...], .zlib, limit: 23)
    #expect(exact.bytes == Self.plain && !exact.isCut && exact.isWhole)
    #expect(Inflater.inflate(Self.zlib[...], .zlib, limit: 0).bytes == [])
  }

  @Test func givesWhatComesBeforeTheDamage() {
    let short = Inflater.inflate(Self.zlib.dropLast(5), .zlib, limit: 1000)
    #expect(Self.plain.starts(with: short.bytes) && !short.isWhole && !short.isCut)
    var wrong = Self.zlib
    wrong[wrong.count - 1] ^= 1
    #expect(!Inflater.inflate(wrong[...], .zlib, limit: 1000).isWhole)
    #expect(Inflater.inflate([], .gzip, limit: 1000).bytes == [])
  }

  @Test func aStreamThatGivesNothingCostsItsLength() {
    let packed = [UInt8]((0..<10_000).flatMap { _ in Self.emptyBlock })
    var budget = InflationBudget()
    #expect(budget.inflate(packed[...], .raw).bytes == [])
    #expect(budget.left == InflationBudget.whole - packed.count)
  }

  @Test func damageEndsTheStream() {
    var random = SeededGenerator(seed: 47)
    var whole = 0
    for _ in 0..<200 {
      var packed = Self.gzip
      packed[Int.random(in: 0..<packed.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      let inflated = Inflater.inflate(packed[...], .gzip, limit: 1 << 20)
      #expect(inflated.consumed <= packed.count)
      if inflated.isWhole { whole += 1 }
      if inflated.isWhole { #expect(inflated.bytes == Self.plain) }
    }
    // Time and system in the head may be anything; nothing else may.
    #expect(whole > 0 && whole < 80)
  }

  @Test func findsStreamsInOtherBytes() {
    var budget = InflationBudget()
    let bytes = Array("xx\0".utf8) + Self.zlib + Array("x\u{1}\0yx".utf8) + Self.zlib
    let (streams, isComplete) = PackedPieces.streams(in: bytes, &budget)
    #expect(streams.map(\.start) == [3, 3 + Self.zlib.count + 5] && isComplete)
    #expect(streams.allSatisfy { $0.inflated.bytes == Self.plain })
    let many = [UInt8]((0...PackedPieces.mostAttempts).flatMap { _ in [0x78, 0x9C, 0xFF] as [UInt8] })
    #expect(!PackedPieces.streams(in: many, &budget).isComplete)
  }

  @Test(arguments: [
    ("url(data:text/plain;base64,TmllbnRlIGRhIHZlZGVyZQ==)", "Niente da vedere"),
    ("base64,TmllbnRl\n  IGRhIHZlZGVyZQ\"", "Niente da vedere"), ("base64,_-__-_77-_8,", "\u{FFFD}"),
    ("base64,TmllbnRl", nil), ("base64,", nil), ("base6", nil),
  ])
  func decodesBase64(_ text: String, _ expected: String?) {
    let found = PackedPieces.dataAddresses(in: Array(text.utf8))
    #expect(found.count == (expected == nil ? 0 : 1))
    if let expected { #expect(String(decoding: found[0].bytes, as: UTF8.self).hasPrefix(expected)) }
  }
}
