// Bytes → `YAMLNode`: the only place that sees libyaml. Aliases, tags, duplicate keys and deep nesting are refused.

internal import CYAML

package enum YAMLReader {
  /// Deepest nesting that is read. A playbook's data needs about five levels.
  static let maximumDepth = 50

  /// Reads one YAML document. `range` is the part of the file that holds it (front matter); all of it by default.
  /// Returns no node for an empty document or when the syntax is broken.
  package static func read(_ file: SourceFile, in range: Range<Int>? = nil) -> (
    node: YAMLNode?, diagnostics: [Diagnostic]
  ) {
    var session = Session(file: file, range: range ?? 0..<file.bytes.count)
    let node = session.run()
    return (node, session.diagnostics)
  }

  /// One run of libyaml's event parser over one file.
  private struct Session {
    let file: SourceFile
    let range: Range<Int>
    var diagnostics: [Diagnostic] = []
    var parser = yaml_parser_t()
    var failed = false
    /// The scalar read last, when it stands in quotes.
    var quoted: SourceSpan?
    /// libyaml counts characters, we count bytes: the last pair that is known to belong together.
    var known = (character: 0, byte: 0)

    init(file: SourceFile, range: Range<Int>) {
      self.file = file
      self.range = range
    }

    mutating func run() -> YAMLNode? {
      guard yaml_parser_initialize(&parser) == 1 else { return nil }
      defer { yaml_parser_delete(&parser) }
      let file = self.file
      return file.bytes.withUnsafeBufferPointer { all -> YAMLNode? in
        guard let start = all.baseAddress else { return nil }
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(&parser, start + range.lowerBound, range.count)
        return document()
      }
    }

    private mutating func document() -> YAMLNode? {
      var root: YAMLNode?
      while !failed, var event = next() {
        defer { yaml_event_delete(&event) }
        switch event.type {
        case YAML_STREAM_END_EVENT: return root
        case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
        case YAML_DOCUMENT_START_EVENT:
          if root != nil {
            report(YAMLReader.secondDocument(file, span(event)))
            return root
          }
        default: root = node(event, depth: 0)
        }
      }
      return nil
    }

    private mutating func next() -> yaml_event_t? {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else {
        report(broken())
        return nil
      }
      return event
    }

    /// What libyaml could not read; at the quote or sign that the trouble begins with, where it knows of one.
    private mutating func broken() -> Diagnostic {
      let (problem, context) = (text(parser.problem), text(parser.context))
      // The check of characters, before the parser proper, counts bytes and has no mark.
      var at =
        parser.error == YAML_READER_ERROR ? range.lowerBound + parser.problem_offset : offset(parser.problem_mark)
      if context == "while scanning a quoted scalar" {
        return YAMLReader.quoteNotClosed(file, offset(parser.context_mark))
      }
      if context == "while scanning a directive" { at = offset(parser.context_mark) }
      if let quoted, problem.hasPrefix("did not find expected"), Int(quoted.end) <= at,
        !file.bytes[Int(quoted.end)..<at].contains(UInt8(ascii: "\n"))
      {
        return YAMLReader.quoteEndsEarly(file, quoted)
      }
      return YAMLReader.broken(file, at, problem, context)
    }

    private mutating func node(_ event: yaml_event_t, depth: Int) -> YAMLNode? {
      let span = span(event)
      guard depth <= YAMLReader.maximumDepth else {
        report(YAMLReader.tooDeep(file, span))
        return nil
      }
      switch event.type {
      case YAML_SCALAR_EVENT: return scalar(event, span)
      case YAML_SEQUENCE_START_EVENT: return sequence(event, span, depth)
      case YAML_MAPPING_START_EVENT: return mapping(event, span, depth)
      case YAML_ALIAS_EVENT:
        report(YAMLReader.alias(file, span))
        return nil
      default: return nil
      }
    }

    private mutating func scalar(_ event: yaml_event_t, _ span: SourceSpan) -> YAMLNode? {
      let data = event.data.scalar
      refuse(anchor: data.anchor, tag: data.tag, at: span)
      let isDoubleQuoted = data.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE
      quoted = isDoubleQuoted || data.style == YAML_SINGLE_QUOTED_SCALAR_STYLE ? span : nil
      if isDoubleQuoted, file.bytes[span.range].contains(UInt8(ascii: "\\")),
        let scalar = TextCheck.forbidden(in: UnsafeBufferPointer(start: data.value, count: data.length))
      {
        report(YAMLReader.escape(file, scalar, span))
      }
      let text = String(decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
      return YAMLNode(.scalar(text, plain: data.style == YAML_PLAIN_SCALAR_STYLE), span)
    }

    private mutating func sequence(_ start: yaml_event_t, _ span: SourceSpan, _ depth: Int) -> YAMLNode? {
      refuse(anchor: start.data.sequence_start.anchor, tag: start.data.sequence_start.tag, at: span)
      var elements: [YAMLNode] = []
      while !failed, var event = next() {
        defer { yaml_event_delete(&event) }
        if event.type == YAML_SEQUENCE_END_EVENT { return YAMLNode(.sequence(elements), joined(span, event)) }
        if let element = node(event, depth: depth + 1) { elements.append(element) }
      }
      return nil
    }

    private mutating func mapping(_ start: yaml_event_t, _ span: SourceSpan, _ depth: Int) -> YAMLNode? {
      refuse(anchor: start.data.mapping_start.anchor, tag: start.data.mapping_start.tag, at: span)
      var entries: [YAMLNode.Entry] = []
      while !failed, var event = next() {
        defer { yaml_event_delete(&event) }
        if event.type == YAML_MAPPING_END_EVENT { return YAMLNode(.mapping(entries), joined(span, event)) }
        guard let key = node(event, depth: depth + 1), var valueEvent = next() else { return nil }
        defer { yaml_event_delete(&valueEvent) }
        guard let value = node(valueEvent, depth: depth + 1) else { continue }
        guard case .scalar(let name, _) = key.value, name != "<<" else {
          report(YAMLReader.keyNotText(file, key.span))
          continue
        }
        if let first = entries.first(where: { $0.key.utf8.count == name.utf8.count && $0.key == name }) {
          report(YAMLReader.duplicate(file, name, key.span, first.keySpan))
        } else {
          entries.append(.init(key: name, keySpan: key.span, value: value))
        }
      }
      return nil
    }

    private mutating func refuse(
      anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?, at: SourceSpan
    ) {
      if anchor != nil { report(YAMLReader.alias(file, at)) }
      if let tag { report(YAMLReader.tag(file, String(cString: tag), at)) }
    }

    private mutating func report(_ diagnostic: Diagnostic) {
      diagnostics.append(diagnostic)
      if diagnostic.id == "yaml-syntax" || diagnostics.count >= 50 { failed = true }
    }

    private func text(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }

    private mutating func span(_ event: yaml_event_t) -> SourceSpan {
      let start = offset(event.start_mark)
      return SourceSpan(start..<max(start, offset(event.end_mark)))
    }

    private mutating func joined(_ start: SourceSpan, _ end: yaml_event_t) -> SourceSpan {
      SourceSpan(Int(start.start)..<max(Int(start.start), offset(end.end_mark)))
    }

    /// libyaml's mark counts characters; events come in order, so the byte offset is found by walking on.
    private mutating func offset(_ mark: yaml_mark_t) -> Int {
      if mark.index < known.character { known = (0, 0) }
      var (character, byte) = known
      let bytes = file.bytes
      while character < mark.index, range.lowerBound + byte < range.upperBound {
        byte += 1
        while range.lowerBound + byte < range.upperBound, bytes[range.lowerBound + byte] & 0xC0 == 0x80 { byte += 1 }
        character += 1
      }
      known = (character, byte)
      return range.lowerBound + byte
    }
  }
}
