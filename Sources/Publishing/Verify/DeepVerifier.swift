// An edition's verifier for bytes in any form: each text as it stands, without its tags, unescaped, and in one line.

import Site
import Syntax

/// Looks at pieces; used from several threads.
struct DeepVerifier: Sendable {
  private let verifier: EditionVerifier
  /// For texts in one line: what readers see there when their pages are put in one line is no leak either.
  private let ofLines: EditionVerifier

  /// `selected` is what the edition's readers may see.
  init(_ verifier: EditionVerifier, _ parsed: ParsedSite, selected: ParsedContent) {
    self.verifier = verifier
    ofLines = verifier.exempting { edition in
      (Withheld.shown(selected, edition).map { Array($0) } + parsed.commonTexts).flatMap { text in
        let folded = TextForms.folded(text)
        return [folded, TextForms.withoutMarks(folded), MarkupText.text(of: text).map(TextForms.folded) ?? []]
      }
    }
  }

  /// Files that people read as they are.
  private static let textEndings: Set<String> = ["html", "htm", "txt", "csv", "xml", "json", "md", "ics", "vcf", "eml"]

  /// What a piece holds: in its name, and in its bytes; `text` are these in UTF-8, when they are a text.
  func leaks(in piece: DeepPiece, _ text: [UInt8]?) -> [EditionVerifier.Leak] {
    unique(leaks(inName: piece) + (text.map { leaks(inText: $0, of: piece) } ?? leaks(inBinary: piece)))
  }

  private func leaks(inText text: [UInt8], of piece: DeepPiece) -> [EditionVerifier.Leak] {
    let text = piece.path.hasSuffix(".csv") ? TextForms.rowsApart(text) : text
    let isMarkup = MarkupText.text(of: text) != nil
    // What was carved out of something may be a program's numbers; the parts of documents have numbers in their tags.
    if piece.kind == .stream, !isMarkup { return leaks(inText: text, .words, path: piece.path) }
    if piece.kind != .file, isMarkup { return leaks(inText: text, [.words, .amounts, .emails], path: piece.path) }
    return leaks(inText: text, isRead(piece) ? .all : [.words, .amounts], path: piece.path)
  }

  /// Whether people read a file as it is. One without an ending is a server's, or a person's.
  private func isRead(_ piece: DeepPiece) -> Bool {
    let name = piece.path.split { $0 == "/" || $0 == "!" }.last ?? ""
    guard let point = name.lastIndex(of: ".") else { return true }
    return Self.textEndings.contains(name[name.index(after: point)...].lowercased())
  }

  private func leaks(inName piece: DeepPiece) -> [EditionVerifier.Leak] {
    guard !piece.name.isEmpty else { return [] }
    let plain = TextForms.percentDecoded(piece.name) ?? piece.name
    return [piece.name, plain, TextForms.folded(TextForms.withoutLowLines(plain))].flatMap {
      verifier.leaks(in: $0, .all, path: piece.path)
    }
  }

  private func leaks(inBinary piece: DeepPiece) -> [EditionVerifier.Leak] {
    // A PDF counts bytes in its list of objects; amounts are looked for in the text of its pages.
    let hasNumbers = piece.kind == .stream || PageText.isPDF(piece.bytes)
    let look: LeakLook = hasNumbers ? .words : [.words, .amounts]
    return [piece.bytes, ReadableText.wideRuns(in: piece.bytes)].flatMap {
      verifier.leaks(in: $0, look, path: piece.path)
    }
  }

  /// The text of pages, and the same with the words joined that go on in the next line.
  func leaks(inPages joined: [UInt8], _ text: [UInt8], path: String) -> [EditionVerifier.Leak] {
    unique(
      leaks(inText: text, [.words, .amounts, .emails], path: path)
        + ofLines.leaks(in: TextForms.folded(MarkupText.text(of: joined) ?? joined), .words, path: path))
  }

  /// In every form of a text; without its tags a text is read by people.
  private func leaks(inText text: [UInt8], _ look: LeakLook, path: String) -> [EditionVerifier.Leak] {
    let forms = [(text, look), (MarkupText.text(of: text), .all), (TextForms.percentDecoded(text), look)]
    var found = forms.flatMap { form, look -> [EditionVerifier.Leak] in
      guard let form else { return [] }
      return verifier.leaks(in: form, look, path: path)
        + ofLines.leaks(in: TextForms.folded(form), .words, path: path)
    }
    if let spaced = TextForms.withoutPlus(TextForms.percentDecoded(text) ?? text) {
      found += ofLines.leaks(in: TextForms.folded(spaced), .words, path: path)
    }
    return found
  }

  private func unique(_ leaks: [EditionVerifier.Leak]) -> [EditionVerifier.Leak] {
    var seen: Set<EditionVerifier.Leak.Kind> = []
    return leaks.filter { seen.insert($0.kind).inserted }
  }

  /// One finding for each thing that leaks.
  func diagnostics(_ leaks: [EditionVerifier.Leak]) -> [Diagnostic] { verifier.diagnostics(leaks) }
}
