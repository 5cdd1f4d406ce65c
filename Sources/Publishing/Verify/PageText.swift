// The text on the pages of a PDF, read by poppler's pdftotext: the letters of a font may be numbered in any way.

import Foundation
import Site
import Syntax

enum PageText {
  private static let program = ExternalProgram(
    name: "pdftotext", package: "poppler-utils", reason: "it reads the pages of PDF files, and one is published")
  private static let largest = 64 << 20

  static func isPDF(_ bytes: [UInt8]) -> Bool {
    // Something may stand before its head; a text about PDFs has no list of objects.
    ByteSearch.first("%PDF-", in: Array(bytes.prefix(1024))) != nil
      && (bytes.first == UInt8(ascii: "%") || ByteSearch.first("startxref", in: bytes) != nil)
  }

  /// The text as HTML, with title and author in its head; nil when the program cannot read the pages.
  static func text(of pdf: [UInt8]) throws -> [UInt8]? {
    try program.convert(pdf, named: "in.pdf", largest: largest) { ["-q", "-htmlmeta", "-enc", "UTF-8", $0, $1] }
  }
}
