// Data on standard output: whole, or an error that says so. A full disk must not look like an empty report.

import Glibc

package enum StandardOutput {
  package static func write(_ bytes: [UInt8]) throws(FileError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw FileError("write", "standard output", errno: errno) }
      rest = rest.dropFirst(written)
    }
  }

  package static func write(_ text: String) throws(FileError) { try write(Array(text.utf8)) }
}
