// Programs of the system that convert a file: started without a shell, in a folder of their own, for a minute at most.

import Dispatch
import Foundation
package import Syntax

struct ExternalProgram: Sendable {
  let name: String
  /// The package of Debian that has it.
  let package: String
  /// What it is needed for.
  let reason: Message

  private static let longest = DispatchTimeInterval.seconds(60)

  /// What the program makes of some bytes: it gets the path of a file with them and the path of the file to write.
  /// Nil when it fails, takes too long or writes more than `largest` bytes. What it prints is written to that file where
  /// its arguments do not name it.
  func convert(
    _ bytes: [UInt8], named input: String, largest: Int, _ arguments: (_ source: String, _ target: String) -> [String]
  ) throws -> [UInt8]? {
    let program = try path()
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appendingPathComponent("staffetta-" + UUID().uuidString)
    do {
      try manager.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw FileError("make the folder", folder.path, "\(name) works there; set TMPDIR to a folder with room")
    }
    defer { try? manager.removeItem(at: folder) }
    let (source, target) = (folder.appendingPathComponent(input).path, folder.appendingPathComponent("out").path)
    guard manager.createFile(atPath: source, contents: Data(bytes)), manager.createFile(atPath: target, contents: nil)
    else { throw FileError("write to disk", source, "\(name) works there; set TMPDIR to a folder with room") }
    guard run(program, arguments(source, target), printingTo: target),
      let size = (try? manager.attributesOfItem(atPath: target))?[.size] as? Int, size <= largest
    else { return nil }
    return manager.contents(atPath: target).map { Array($0) }
  }

  private func path() throws -> String {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let paths = folders.map { "\($0)/\(name)" }
    guard let path = paths.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
      throw MissingProgram(name: name, reason: reason, help: "install it: sudo apt-get install \(package)")
    }
    return path
  }

  /// Whether the program ended well, and in time.
  private func run(_ program: String, _ arguments: [String], printingTo target: String) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: target) ?? FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    guard (try? process.run()) != nil else { return false }
    guard ended.wait(timeout: .now() + Self.longest) == .success else {
      process.terminate()
      return false
    }
    return process.terminationReason == .exit && process.terminationStatus == 0
  }
}

/// A program of the system that a command needs and that is not there.
/// The command line answers with exit code 69.
package struct MissingProgram: Error, Sendable {
  package let name: String
  /// What it is needed for.
  package let reason: Message
  /// How to install it.
  package let help: Message
}
