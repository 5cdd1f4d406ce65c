// Markdown in a field of the data: paragraphs, lists, emphasis and links; no directives, no references, no HTML.

package import Syntax

package enum DataMarkdown {
  /// Whether a text has no sign that Markdown reads: then it is one paragraph of plain text, and most are.
  package static func isPlain(_ text: String) -> Bool {
    var isLineStart = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"),
        UInt8(ascii: "&"), UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "\n"), UInt8(ascii: "\t"):
        return false
      case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ">"), UInt8(ascii: "="),
        UInt8(ascii: "~"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x20:
        if isLineStart { return false }
      default: break
      }
      isLineStart = false
    }
    return true
  }

  package static func document(_ text: String) -> MarkdownDocument {
    MarkdownReader.read(SourceFile(path: "", text: text), dialect: .commonMark).document
  }

  /// What a text holds that data may not: named in words, without a position of its own.
  static func problems(in text: String) -> [Message] {
    let (document, diagnostics) = MarkdownReader.read(SourceFile(path: "", text: text), dialect: .commonMark)
    var problems = (diagnostics + EntityCheck.findings(document)).map(\.words.message)
    for address in document.links.compactMap(\.url.constant) where (try? WebAddress(checking: address)) == nil {
      problems.append("a link to an address that is not allowed: \(address)")
    }
    for link in document.links where !link.isImage && link.url.constant.map(WebAddress.isRelative) ?? false {
      problems.append("a link without scheme and host (data belongs to no page)")
    }
    for node in document.nodes {
      switch node.kind {
      case .heading: problems.append("a heading")
      case .codeBlock: problems.append("a code block (four spaces at the start of a line make one)")
      case .htmlBlock, .htmlInline: problems.append("HTML")
      case .image: problems.append("an image")
      case .blockQuote: problems.append("a quotation")
      default: continue
      }
    }
    return problems
  }
}
