// The members of a ZIP archive: by its list at the end, and by their own heads where the list does not name them.

import Syntax

/// A file in an archive: where its packed bytes stand.
struct ZipMember {
  let name: [UInt8]
  /// 0 stored, 8 deflated; others exist.
  let method: Int
  let isEncrypted: Bool
  let checksum: UInt32
  let packed: Range<Int>
  /// Whether the archive's list names it. A member of the list is whole, or the archive is damaged.
  let isListed: Bool
}

/// An archive as far as it can be read. Whatever its bytes are, reading ends.
struct ZipArchive {
  private(set) var members: [ZipMember] = []
  /// Why not all of it can be read.
  private(set) var problem: String?
  private let bytes: [UInt8]
  /// From a member's head to its end, for those of the list.
  private var covered: [Range<Int>] = []

  private static let local: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  private static let central: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
  private static let end: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
  private static let endSize = 22
  private static let most = 1 << 16

  /// nil for bytes in which no archive stands. It may begin anywhere: programs that unpack themselves begin otherwise.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    let end = Self.endRecord(bytes)
    let begins = bytes.starts(with: Self.local)
    if let end {
      readList(end)
    } else if begins {
      problem = "its list of members is missing"
    }
    addUnlisted()
    if members.isEmpty, end == nil, !begins { return nil }
  }

  // MARK: The list

  private static func endRecord(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= endSize else { return nil }
    let last = bytes.count - endSize
    return stride(from: last, through: max(0, last - 0xFFFF), by: -1).first { at in
      bytes[at] == 0x50 && bytes[at..<at + 4].elementsEqual(end)
        && number(bytes, at + 20, 2).map { at + endSize + $0 <= bytes.count } ?? false
    }
  }

  private mutating func readList(_ end: Int) {
    guard let count = number(end + 10, 2), let size = number(end + 12, 4), let offset = number(end + 16, 4) else {
      return
    }
    guard count < 0xFFFF, size < 0xFFFF_FFFF, offset < 0xFFFF_FFFF else {
      problem = "it is a ZIP64 archive"
      return
    }
    // Offsets count from where the archive begins, which need not be where the file does.
    var at = end - size
    let shift = at - offset
    guard at >= 0, shift >= 0 else {
      problem = "its list of members is damaged"
      return
    }
    var found = 0
    while found < Self.most, has(Self.central, at), let next = readEntry(at, shift) {
      found += 1
      at = next
    }
    if found != count { problem = "its list of members is damaged" }
  }

  /// One entry of the list; returns where the next one begins.
  private mutating func readEntry(_ at: Int, _ shift: Int) -> Int? {
    guard let flags = number(at + 8, 2), let method = number(at + 10, 2), let checksum = number(at + 16, 4),
      let size = number(at + 20, 4), let nameLength = number(at + 28, 2), let extraLength = number(at + 30, 2),
      let commentLength = number(at + 32, 2), let offset = number(at + 42, 4)
    else { return nil }
    let next = at + 46 + nameLength + extraLength + commentLength
    guard next <= bytes.count else { return nil }
    let name = Array(bytes[at + 46..<at + 46 + nameLength])
    guard has(Self.local, offset + shift), let start = dataStart(offset + shift) else {
      problem = "a member is not where its list says"
      return next
    }
    let packed = start..<min(bytes.count, start + size)
    covered.append(offset + shift..<packed.upperBound)
    members.append(
      ZipMember(
        name: name, method: method, isEncrypted: flags & 1 != 0, checksum: UInt32(truncatingIfNeeded: checksum),
        packed: packed, isListed: true))
    return next
  }

  private func dataStart(_ head: Int) -> Int? {
    guard let name = number(head + 26, 2), let extra = number(head + 28, 2) else { return nil }
    let start = head + 30 + name + extra
    return start <= bytes.count ? start : nil
  }

  // MARK: What no list names

  /// A member that was taken off the list, or all of them when there is none: its bytes still leave.
  private mutating func addUnlisted() {
    var open = covered.sorted { $0.lowerBound < $1.lowerBound }[...]
    var at = 0
    while members.count < Self.most, let head = ByteSearch.first(Self.local, in: bytes, from: at) {
      while let first = open.first, first.upperBound <= head { open = open.dropFirst() }
      if let first = open.first, first.contains(head) {
        at = max(first.upperBound, head + 1)
      } else if let member = unlisted(head) {
        members.append(member)
        at = max(member.packed.lowerBound, head + 1)
      } else {
        at = head + 1
      }
    }
  }

  /// What stands behind a head that looks like one: four bytes alone come by chance.
  private func unlisted(_ head: Int) -> ZipMember? {
    guard let version = number(head + 4, 2), version <= 63, let flags = number(head + 6, 2),
      let method = number(head + 8, 2), method == 0 || method == 8, let checksum = number(head + 14, 4),
      let size = number(head + 18, 4), let nameLength = number(head + 26, 2), (1...1024).contains(nameLength),
      let start = dataStart(head)
    else { return nil }
    let name = Array(bytes[head + 30..<head + 30 + nameLength])
    guard name.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
    // A size of 0 stands where it was not known yet when the head was written.
    let end = size > 0 && start + size <= bytes.count ? start + size : bytes.count
    return ZipMember(
      name: name, method: method, isEncrypted: flags & 1 != 0, checksum: UInt32(truncatingIfNeeded: checksum),
      packed: start..<end, isListed: false)
  }

  // MARK: Bytes

  private func has(_ signature: [UInt8], _ at: Int) -> Bool {
    at >= 0 && at + signature.count <= bytes.count && bytes[at..<at + signature.count].elementsEqual(signature)
  }

  private func number(_ at: Int, _ count: Int) -> Int? { Self.number(bytes, at, count) }

  /// The lowest byte first; nil beyond the end.
  private static func number(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int? {
    guard at >= 0, at + count <= bytes.count else { return nil }
    return bytes[at..<at + count].littleEndianNumber
  }
}
