// What the YAML reader says about broken input; kept beside it so that the reader reads as a reader.

extension YAMLReader {
  /// libyaml's own words, with the cause that writers meet most often put into theirs.
  static func broken(_ file: SourceFile, _ at: Int, _ problem: String, _ context: String) -> Diagnostic {
    let place = Place(file, SourceSpan(at: at))
    let byte = at < file.bytes.count ? file.bytes[at] : 0
    let (message, help): (Message, Message)
    if byte == UInt8(ascii: "\t") {
      (message, help) = ("a tab indents this line", "YAML indents with spaces: replace the tab by two spaces")
    } else if problem.hasPrefix("mapping values are not allowed") {
      (message, help) = ("a colon inside a text without quotes", "put the whole text in double quotes")
    } else if byte == UInt8(ascii: "@") || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "%") {
      (message, help) = ("a text may not begin with this sign", "put the whole text in double quotes")
    } else if problem.hasPrefix("did not find expected") {
      (message, help) = (
        "this does not go on from what stands before it",
        "check quotes and brackets above; inside '…' an apostrophe is doubled, or use \"…\""
      )
    } else {
      let detail = [problem, context].filter { !$0.isEmpty }.joined(separator: ", ")
      (message, help) = ("not readable as YAML: \(detail)", "check indentation, quotes and brackets")
    }
    return Diagnostic("yaml-syntax", at: place, message, rule: "data files are YAML 1.2", help: help)
  }

  static func quoteNotClosed(_ file: SourceFile, _ at: Int) -> Diagnostic {
    Diagnostic(
      "yaml-syntax", at: Place(file, SourceSpan(at: at)), "the quote that begins here is not closed",
      rule: "a text in quotes ends with the same quote", help: "close it at the end of the text")
  }

  static func quoteEndsEarly(_ file: SourceFile, _ span: SourceSpan) -> Diagnostic {
    let isSingle = file.bytes[Int(span.start)] == UInt8(ascii: "'")
    return Diagnostic(
      "yaml-syntax", at: Place(file, span), "the text in quotes ends here, but its line goes on",
      rule: "a quote of the same kind ends the text",
      help: isSingle
        ? "double an apostrophe inside '…' ('l''avviso'), or use \"…\""
        : "write \\\" for a quotation mark inside \"…\", or use '…'")
  }

  static func escape(_ file: SourceFile, _ scalar: UInt32, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "control-character", at: Place(file, span),
      "an escape in this text stands for \(TextCheck.name(ofForbidden: scalar))",
      rule: "of the control characters a text may hold only tab and line end", help: "delete the escape")
  }

  static func secondDocument(_ file: SourceFile, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "yaml-document", at: Place(file, span), "a second document begins here",
      rule: "a file holds one YAML document", help: "move what follows into a file of its own")
  }

  static func tooDeep(_ file: SourceFile, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "yaml-syntax", at: Place(file, span), "nested more than \(maximumDepth) levels deep",
      rule: "data of a playbook is flat: records with fields", help: "check the brackets")
  }

  static func alias(_ file: SourceFile, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "yaml-alias", at: Place(file, span), "anchors and aliases (& and *) are not allowed",
      rule: "what a record says stands in the record", help: "write the value out; quote a text that begins with & or *"
    )
  }

  static func tag(_ file: SourceFile, _ tag: String, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "yaml-tag", at: Place(file, span), "the tag \(tag) is not allowed",
      rule: "types come from the field, not from the file", help: "delete it; quote a text that begins with !")
  }

  static func keyNotText(_ file: SourceFile, _ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "yaml-syntax", at: Place(file, span), "this key is not a plain name", rule: "keys are names",
      help: "write key: value")
  }

  static func duplicate(_ file: SourceFile, _ key: String, _ second: SourceSpan, _ first: SourceSpan) -> Diagnostic {
    Diagnostic(
      "duplicate-key", at: Place(file, second), "\"\(key)\" is written twice", rule: "a key stands once in a mapping",
      help: "keep one of the two", related: [.init("first written here", Place(file, first))])
  }
}
