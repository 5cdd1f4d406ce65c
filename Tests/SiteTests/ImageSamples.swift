// Small pictures of 6 × 4 pixels as an imaging library wrote them, and the parts that others would add to them.

import Foundation

@testable import Site

enum ImageSamples {
  /// Baseline.
  static let jpeg = bytes(
    """
    /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H///
    /6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAAE
    AAYDAREAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAAAf/EABgQAAIDAAAAAAAAAAAAAAAAAAADBBIy/8QAFQEBAQAAAAAAAAAAAAAAAAAAAA
    P/xAAZEQACAwEAAAAAAAAAAAAAAAAAAQIDETH/2gAMAwEAAhEDEQA/ABEZVckU96KbZYf/2Q==
    """)
  /// Several scans.
  static let progressive = bytes(
    """
    /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H///
    /6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wgARCAAE
    AAYDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAH/xAAVAQEBAAAAAAAAAAAAAAAAAAABAv/aAAwDAQACEAMQAAABgh//xAAWEAEBAQ
    AAAAAAAAAAAAAAAAABAAL/2gAIAQEAAQUCMl//xAAXEQADAQAAAAAAAAAAAAAAAAAAAQIh/9oACAEDAQE/AZeH/8QAFBEBAAAAAAAAAAAAAAAA
    AAAAAP/aAAgBAgEBPwF//8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQAGPwJ//8QAFhAAAwAAAAAAAAAAAAAAAAAAABEx/9oACAEBAAE/IV
    If/9oADAMBAAIAAwAAABD/AP/EABcRAAMBAAAAAAAAAAAAAAAAAAABESH/2gAIAQMBAT8QZGn/xAAWEQADAAAAAAAAAAAAAAAAAAAAATH/2gAI
    AQIBAT8QUP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAT8Qc//Z
    """)
  static let png = bytes(
    """
    iVBORw0KGgoAAAANSUhEUgAAAAYAAAAECAIAAAAiZtkUAAAAIElEQVR42mNkYGDQQEUsDDYMDAxcyAguJAJHyEJyEAQAY6QCjgDJo98AAAAASU
    VORK5CYII=
    """)
  /// Lossy, in the shortest form.
  static let webp = bytes(
    """
    UklGRjwAAABXRUJQVlA4IDAAAACwAQCdASoGAAQABUB8JbACdAEO/EhAAP7AfCL+uQbg0C0WeXNCmwPfQdogp60UAAA=
    """)
  /// In the shortest form, of an odd length.
  static let lossless = bytes(
    """
    UklGRjAAAABXRUJQVlA4TCMAAAAvBcAAALkyRPQ/dlH86H9AIdsI0MDmL3YPw6CMQkwAcArmBwA=
    """)
  /// Two frames, with a description.
  static let animated = bytes(
    """
    UklGRgABAABXRUJQVlA4WAoAAAACAAAABQAAAwAAQU5JTQYAAAAAAAAAAABBTk1GZgAAAAAAAAAAAAUAAAMAAGQAAAJWUDhMTQAAAC8FwAAAvy
    AQSPFgITwoSAImzDQajUaT8kme5EmeZP4jBAAcCIL8wzDsD0EQvyiK+sEwDBS2baSmju+ZIaL/8XfPzm+1ZHRnjYpnlCAAAEFOTUZmAAAAAAAA
    AAAABQAAAwAAZAAAAFZQOExNAAAALwXAAAC/IBBI8WAhPChIAibMNBqNRpPySZ7kSZ5k/iMEABwIgvzDMOwPQRC/KIr6wTAMFLZtpKaO75khov
    8BEso4qLHOS5baeuy57w8A
    """)
  /// Two frames, repeated for ever.
  static let gif = bytes(
    """
    R0lGODlhBgAEAIQAAAAAAGYAAJkAAMwAAAAzADMzAGYzADNmAACZAJkzM8wzMzNmM2aZM5mZMzPMM5lmZsxmZpmZZmbMZszMmQAAAAAAAAAAAA
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAACH/C05FVFNDQVBFMi4wAwEAAAAh+QQACgAAACwAAAAABgAEAAAIHgAnRJDAwAECCA8aLDiAQEEC
    AwYKEBggIEAAAAACAgAh+QQBCgAVACwAAAAABgAEAIQAAAAzAACZAADMAAAAMwAzMwAAZgAzmQAAzABmMzOZMzPMMzNmZjOZZjMzmTNmmTMzzD
    PMZmaZmWaZzGbMmZkAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAIHgABBAggQMAAAgUKJFCwwIADBg8aREBwAIKECRQCAgA7
    """)

  /// By the ending of a file's name.
  static let all: [(ending: String, bytes: [UInt8])] = [
    ("jpg", jpeg), ("jpeg", progressive), ("png", png), ("webp", webp), ("webp", lossless), ("webp", animated),
    ("gif", gif),
  ]

  private static func bytes(_ base64: String) -> [UInt8] {
    Data(base64Encoded: base64, options: .ignoreUnknownCharacters).map(Array.init) ?? []
  }

  // MARK: Parts

  static func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
    let length = payload.count + 2
    return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + payload
  }

  static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let type = Array(type.utf8)
    return big(data.count) + type + data + big(Int(CRC32.of(type[...], data[...])))
  }

  static func riff(_ name: String, _ data: [UInt8]) -> [UInt8] {
    Array(name.utf8) + big(data.count).reversed() + data + (data.count % 2 == 1 ? [0xAA] : [])
  }

  static func ext(_ label: UInt8, _ blocks: [[UInt8]]) -> [UInt8] {
    [0x21, label] + blocks.flatMap { [UInt8($0.count)] + $0 } + [0]
  }

  /// Exif of a camera: its make, how the picture is turned if it says so, and a second directory.
  static func exif(_ orientation: UInt8?, isBig: Bool = true) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      let bytes = Array(big(value).suffix(count))
      return isBig ? bytes : bytes.reversed()
    }
    let make = number(0x010F, 2) + number(2, 2) + number(7, 4) + number(80, 4)
    let turn = orientation.map { number(0x0112, 2) + number(3, 2) + number(1, 4) + number(Int($0), 2) + [9, 9] }
    return Array((isBig ? "MM" : "II").utf8) + number(42, 2) + number(8, 4) + number(turn == nil ? 1 : 2, 2) + make
      + (turn ?? []) + number(38, 4) + Array(repeating: 7, count: 60) + Array("SECRET\0".utf8)
  }

  static func big(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }

  /// The bytes with others put in at a place.
  static func inserted(_ other: [UInt8], _ at: Int, _ bytes: [UInt8]) -> [UInt8] {
    Array(bytes[..<at]) + other + bytes[at...]
  }

  /// Where these bytes stand first.
  static func place(of wanted: [UInt8], in bytes: [UInt8]) -> Int {
    bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? 0
  }

  /// A WebP from the chunks after its header, with the right length.
  static func container(_ chunks: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + big(chunks.count + 4).reversed() + Array("WEBP".utf8) + chunks
  }
}
