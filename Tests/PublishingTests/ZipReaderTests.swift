// Archives as programs write them, archives that hide something, and archives that are damaged in every way.

import TestRandom
import Testing

@testable import Publishing

/// Writes small archives, member by member.
private struct ZipWriter {
  var bytes: [UInt8] = []
  private var list: [UInt8] = []
  private var count = 0

  static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  mutating func add(_ name: String, _ packed: [UInt8], method: Int, of plain: [UInt8], isListed: Bool = true) {
    let common =
      Self.little(method, 2) + Self.little(0, 4) + Self.little(Int(Inflater.checksum(plain)), 4)
      + Self.little(packed.count, 4) + Self.little(plain.count, 4) + Self.little(name.utf8.count, 2)
    let start = bytes.count
    bytes += [0x50, 0x4B, 3, 4, 20, 0, 0, 0] + common + [0, 0] + Array(name.utf8) + packed
    guard isListed else { return }
    list += [0x50, 0x4B, 1, 2, 20, 0, 20, 0, 0, 0] + common + [UInt8](repeating: 0, count: 12)
    list += Self.little(start, 4) + Array(name.utf8)
    count += 1
  }

  mutating func add(_ name: String, stored text: String, isListed: Bool = true) {
    add(name, Array(text.utf8), method: 0, of: Array(text.utf8), isListed: isListed)
  }

  func finished(comment: String = "") -> [UInt8] {
    bytes + list + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + Self.little(count, 2) + Self.little(count, 2)
      + Self.little(list.count, 4) + Self.little(bytes.count, 4) + Self.little(comment.utf8.count, 2)
      + Array(comment.utf8)
  }
}

@Suite struct ZipReaderTests {
  /// "hello hello hello hello" as Python's zlib deflates it.
  private static let deflated: [UInt8] = [0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0x57, 0xC8, 0x40, 0x27, 0x01]
  private static let plain = Array("hello hello hello hello".utf8)

  private static var archive: ZipWriter {
    var writer = ZipWriter()
    writer.add("a.txt", stored: "first")
    writer.add("b/c.txt", deflated, method: 8, of: plain)
    return writer
  }

  private func names(_ archive: ZipArchive) -> [String] {
    archive.members.map { String(decoding: $0.name, as: UTF8.self) }
  }

  private func content(_ archive: ZipArchive, _ bytes: [UInt8]) -> [String] {
    archive.members.map { member in
      let packed = bytes[member.packed]
      let plain = member.method == 8 ? Inflater.inflate(packed, .raw, limit: 1000).bytes : Array(packed)
      return String(decoding: plain, as: UTF8.self)
    }
  }

  @Test func readsItsList() throws {
    let bytes = Self.archive.finished(comment: "PK\u{5}\u{6} is no end")
    let archive = try #require(ZipArchive(bytes))
    #expect(archive.problem == nil)
    #expect(names(archive) == ["a.txt", "b/c.txt"])
    #expect(content(archive, bytes) == ["first", "hello hello hello hello"])
    #expect(archive.members.map(\.isListed) == [true, true])
    #expect(archive.members.map(\.checksum) == [Inflater.checksum(Array("first".utf8)), Inflater.checksum(Self.plain)])
  }

  @Test func mayStandBehindSomethingElse() throws {
    let bytes = Array("#!/bin/sh\0".utf8) + Self.archive.finished()
    let archive = try #require(ZipArchive(bytes))
    #expect(archive.problem == nil && content(archive, bytes) == ["first", "hello hello hello hello"])
  }

  @Test func findsWhatTheListDoesNotName() throws {
    var writer = Self.archive
    writer.add("hidden.txt", stored: "secret", isListed: false)
    writer.add("last.txt", stored: "end")
    let bytes = writer.finished()
    let archive = try #require(ZipArchive(bytes))
    #expect(archive.problem == nil)
    #expect(names(archive) == ["a.txt", "b/c.txt", "last.txt", "hidden.txt"])
    #expect(archive.members.map(\.isListed) == [true, true, true, false])
    #expect(content(archive, bytes).last == "secret")
  }

  @Test func readsWithoutAList() throws {
    let bytes = Self.archive.bytes
    let archive = try #require(ZipArchive(bytes))
    #expect(archive.problem == "its list of members is missing")
    #expect(content(archive, bytes) == ["first", "hello hello hello hello"])
  }

  @Test func theArchiveInAnArchiveIsItsOwnMatter() throws {
    let inner = Self.archive.finished()
    var writer = ZipWriter()
    writer.add("inner.zip", inner, method: 0, of: inner)
    let bytes = writer.finished()
    let archive = try #require(ZipArchive(bytes))
    #expect(names(archive) == ["inner.zip"] && Array(bytes[archive.members[0].packed]) == inner)
  }

  @Test func saysWhenItIsTooLong() throws {
    var bytes = Self.archive.finished()
    bytes.replaceSubrange(bytes.count - 12..<bytes.count - 10, with: [9, 0])
    #expect(ZipArchive(bytes)?.problem == "its list of members is damaged")
    bytes.replaceSubrange(bytes.count - 6..<bytes.count - 2, with: [0xFF, 0xFF, 0xFF, 0xFF])
    #expect(ZipArchive(bytes)?.problem == "it is a ZIP64 archive")
  }

  @Test func whatIsNoArchiveIsNone() {
    #expect(ZipArchive([]) == nil)
    #expect(ZipArchive(Array("PK is a beginning of words".utf8)) == nil)
    #expect(ZipArchive([UInt8](repeating: 0x50, count: 100_000)) == nil)
    // Four bytes of a head, and nothing that follows is one.
    #expect(ZipArchive([0] + [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0xFF, count: 100)) == nil)
  }

  /// Two hundred damaged archives, each by one to eight bytes, a cut, or a piece that stands twice.
  @Test func damageEndsTheReadingNotTheProgram() throws {
    var random = SeededGenerator(seed: 20_260_316)
    var writer = Self.archive
    writer.add("hidden.txt", stored: "secret", isListed: false)
    let sound = writer.finished(comment: "note")
    var (found, problems) = (0, 0)
    for _ in 0..<200 {
      let bytes = Self.damaged(sound, &random)
      let archive = ZipArchive(bytes)
      for member in archive?.members ?? [] {
        #expect(member.packed.lowerBound >= 0 && member.packed.upperBound <= bytes.count)
        var budget = InflationBudget()
        _ = budget.inflate(bytes[member.packed], .raw)
        #expect(budget.left <= InflationBudget.whole)
      }
      found += archive?.members.count ?? 0
      problems += archive?.problem == nil ? 0 : 1
    }
    // Most members survive one wrong byte; some lists do not.
    #expect(found > 300 && problems > 20)
  }

  private static func damaged(_ sound: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = sound
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes.removeLast(Int.random(in: 1..<bytes.count, using: &random))
    case 1:
      let start = Int.random(in: 0..<bytes.count, using: &random)
      let piece = bytes[start..<Int.random(in: start...bytes.count, using: &random)]
      bytes.insert(contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &random))
    default:
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
    }
    return bytes
  }
}
