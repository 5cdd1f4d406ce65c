// The names in a folder as bytes, because a name need not be UTF-8; and which of them must not stand side by side.

import Foundation
import Glibc

/// One folder's entries, as readdir gives them.
struct FolderListing {
  struct Name {
    let bytes: [UInt8]
    /// The name when it is valid UTF-8 without control characters.
    let text: String?

    /// For messages: bytes that are not printable are written as `\xE9`.
    var shown: String {
      text
        ?? bytes.map {
          (0x20..<0x7F).contains($0) ? String(UnicodeScalar($0)) : "\\x" + String($0, radix: 16, uppercase: true)
        }
        .joined()
    }
  }

  let names: [Name]

  init(_ path: String) throws(FileError) {
    guard let folder = opendir(path) else { throw FileError("open the folder", path, errno: errno) }
    defer { closedir(folder) }
    var names: [Name] = []
    errno = 0
    while let entry = readdir(folder) {
      let bytes = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: UInt8.self, capacity: 256) {
          Array(UnsafeBufferPointer(start: $0, count: strlen(UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))))
        }
      }
      if bytes != Array(".".utf8), bytes != Array("..".utf8) {
        names.append(Name(bytes: bytes, text: Self.text(bytes)))
      }
      errno = 0
    }
    guard errno == 0 else { throw FileError("list the folder", path, errno: errno) }
    self.names = names.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  /// A name that is valid UTF-8 without control characters.
  static func text(_ bytes: [UInt8]) -> String? {
    guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Names that some file systems and Swift itself take for one: equal but for case, or for how accents are encoded.
  var twins: [(Name, Name)] {
    var seen: [String: Name] = [:]
    var found: [(Name, Name)] = []
    for name in names {
      guard let text = name.text else { continue }
      let folded = text.precomposedStringWithCanonicalMapping.lowercased()
      if let first = seen[folded] { found.append((first, name)) } else { seen[folded] = name }
    }
    return found
  }
}
