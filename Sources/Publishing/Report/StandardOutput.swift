// Data on standard output: whole, or an error that says so. A full disk must not look like an empty report.

import Glibc

package enum StandardOutput {
  package static func write(_ bytes: [UInt8]) throws(FileError) {
    let code = DescriptorWriter.writeAll(STDOUT_FILENO, bytes)
    guard code == 0 else { throw FileError("write", "standard output", errno: code) }
  }

  package static func write(_ text: String) throws(FileError) { try write(Array(text.utf8)) }
}
