// The text on the pages of a PDF, read by poppler's pdftotext: the letters of a font may be numbered in any way.

import Dispatch
import Foundation
import Site
import Syntax

enum PageText {
  private static let program = "pdftotext"
  private static let longest = DispatchTimeInterval.seconds(60)
  private static let largest = 64 << 20

  static func isPDF(_ bytes: [UInt8]) -> Bool {
    // Something may stand before its head; a text about PDFs has no list of objects.
    ByteSearch.first("%PDF-", in: Array(bytes.prefix(1024))) != nil
      && (bytes.first == UInt8(ascii: "%") || ByteSearch.first("startxref", in: bytes) != nil)
  }

  /// The text as HTML, with title and author in its head; nil when the program cannot read the pages.
  static func text(of pdf: [UInt8]) throws -> [UInt8]? {
    let program = try path()
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appendingPathComponent("staffetta-" + UUID().uuidString)
    do {
      try manager.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw FileError("make the folder", folder.path, "a PDF is read there; set TMPDIR to a folder with room")
    }
    defer { try? manager.removeItem(at: folder) }
    let (source, target) = (
      folder.appendingPathComponent("in.pdf").path, folder.appendingPathComponent("out.html").path
    )
    guard manager.createFile(atPath: source, contents: Data(pdf)) else {
      throw FileError("write to disk", source, "a PDF is read there; set TMPDIR to a folder with room")
    }
    guard run(program, ["-q", "-htmlmeta", "-enc", "UTF-8", source, target]) else { return nil }
    guard let size = (try? manager.attributesOfItem(atPath: target))?[.size] as? Int, size <= largest else {
      return nil
    }
    return manager.contents(atPath: target).map { Array($0) }
  }

  private static func path() throws -> String {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let paths = folders.map { "\($0)/\(program)" }
    guard let path = paths.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
      throw MissingProgram(
        name: program, reason: "it reads the pages of PDF files, and one is published",
        help: "install it: sudo apt-get install poppler-utils")
    }
    return path
  }

  /// Whether the program ended well, and in time.
  private static func run(_ program: String, _ arguments: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    guard (try? process.run()) != nil else { return false }
    guard ended.wait(timeout: .now() + longest) == .success else {
      process.terminate()
      return false
    }
    return process.terminationReason == .exit && process.terminationStatus == 0
  }
}
