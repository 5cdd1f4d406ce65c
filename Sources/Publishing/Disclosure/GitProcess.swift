// Runs git, without a shell: a child process only for `--since`.

import Foundation
import Glibc

/// One run of git. Its input and output are one socket; what it says on standard error goes where our messages go.
final class GitProcess {
  private let socket: Int32
  private let process: pid_t
  private var buffer: [UInt8] = []
  private var position = 0
  private var isReaped = false

  /// What a hook of another repository leaves in the environment would lead git there.
  private static let leading = [
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_PREFIX", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE", "GIT_TRACE",
  ]
  /// It reads what is here: it asks for no password, fetches nothing, and writes nothing.
  private static let settings = ["GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1", "GIT_OPTIONAL_LOCKS=0"]

  init(_ arguments: [String], in folder: String) throws {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw FileError("run", "git", errno: errno) }
    defer { close(ends[1]) }
    var child = pid_t()
    let words = ["git", "-C", folder, "--no-replace-objects", "--no-pager"] + arguments
    let code = Self.spawn(words, Self.environment, connectedTo: ends[1], &child)
    guard code == 0 else {
      close(ends[0])
      if code == ENOENT {
        throw MissingProgram(
          name: "git", reason: "it reads the site as it was at the revision",
          help: "install it: sudo apt-get install git")
      }
      throw FileError("run", "git", errno: code)
    }
    (socket, process) = (ends[0], child)
  }

  deinit {
    close(socket)
    if !isReaped { _ = Self.status(of: process) }
  }

  private static var environment: [String] {
    let kept = ProcessInfo.processInfo.environment.filter { !leading.contains($0.key) }
    return kept.map { "\($0.key)=\($0.value)" }.sorted() + settings
  }

  private static func spawn(_ words: [String], _ environment: [String], connectedTo end: Int32, _ child: inout pid_t)
    -> Int32
  {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, end, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, end, STDOUT_FILENO)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    return posix_spawnp(&child, "git", &actions, nil, &arguments, &variables)
  }

  /// All that a run of git prints; nil when it fails.
  static func output(_ arguments: [String], in folder: String) throws -> [UInt8]? {
    let process = try GitProcess(arguments, in: folder)
    var output: [UInt8] = []
    while let piece = process.receive() { output += piece }
    process.isReaped = true
    return status(of: process.process) == 0 ? output : nil
  }

  /// The exit code; 255 when a signal ended it.
  private static func status(of process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { if errno != EINTR { return 255 } }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 255
  }

  // MARK: Talking

  /// Sends a line; false when git is gone. A socket says so, where a pipe would end the program with a signal.
  func send(_ line: String) -> Bool {
    let bytes = Array((line + "\n").utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// The next line, without its end; nil at the end of what git prints.
  func line() -> String? {
    while true {
      if let end = buffer[position...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { position = end + 1 }
        return String(decoding: buffer[position..<end], as: UTF8.self)
      }
      guard fill() else { return nil }
    }
  }

  /// The next bytes; nil when there are fewer.
  func bytes(_ count: Int) -> [UInt8]? {
    while buffer.count - position < count { guard fill() else { return nil } }
    defer { position += count }
    return Array(buffer[position..<position + count])
  }

  private func fill() -> Bool {
    guard let piece = receive() else { return false }
    buffer.removeSubrange(..<position)
    position = 0
    buffer += piece
    return true
  }

  private func receive() -> [UInt8]? {
    var failed = false
    let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      repeat { count = read(socket, buffer.baseAddress, buffer.count) } while count < 0 && errno == EINTR
      failed = count < 0
      count = max(0, count)
    }
    return failed || piece.isEmpty ? nil : piece
  }
}
