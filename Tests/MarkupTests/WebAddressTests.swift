// Tries which addresses may stand in a link: the schemes on the list and relative ones, in whatever disguise they come.

import Syntax
import Testing

@testable import Markup

@Suite struct WebAddressTests {
  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "JAVASCRIPT:alert(1)", "javascript://x%0Aalert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)", "java\r\nscript:alert(1)", "\u{1}javascript:alert(1)", " javascript:alert(1)",
    "\tjavascript:alert(1)",
    "javascript :alert(1)", "javascript\u{0}:alert(1)", "java\u{7F}script:alert(1)", "\u{A0}javascript:alert(1)",
    "java\u{301}script:x",
    "\u{FEFF}javascript:x", "java\u{200B}script:x", "javascript\u{FF1A}:x", "vbscript:x", "data:text/html,<script>",
    "DATA:text/html;base64,PHN",
    "blob:https://x/y", "feed:javascript:x", "file:///etc/passwd", "about:blank", "view-source:x", "ftp://x", "ws://x",
    "intent://x", "chrome:x",
    "//evil.example", "\\\\evil.example", "/\\evil.example", "\\/evil.example", "///evil.example",
    "//evil.example:80/x", ":x", " :x", "a b:c",
    "mailto\u{301}:x", "http\t://x", "https:\n//x", "x:/y", "1:2", "%6Aavascript:x", "jar:https://x",
    "filesystem:https://x", "j a v a s c r i p t:x",
    "https://a.ex\u{200B}ample", "a\u{2060}b", "../\u{FEFF}a", "https://a.example/\u{202E}gpj.exe", "#\u{2066}a",
    "a\u{200F}", "https://a\u{85}b", "a\u{FFFF}", "\u{FFFE}", "tel:+39\u{E0031}",
  ])
  func isRefused(_ address: String) {
    #expect(throws: WebAddress.Problem.self) { try WebAddress(checking: address) }
  }

  @Test(arguments: [
    "https://a.example/b?c=d#e", "http://a.example", "HTTPS://a.example", "mailto:a@b.example?subject=å:ö",
    "tel:+39012345", "a/b.html",
    "../a", "/a/b", "#a:b", "?a=b:c", "", "./javascript:x", "a#javascript:x", "/javascript:x", "å/ö", "https:a", ".",
  ])
  func isAllowed(_ address: String) throws {
    #expect(try WebAddress(checking: address).bytes == Array(address.utf8))
  }

  @Test(arguments: [
    ("JavaScript:x", WebAddress.Problem.scheme("javascript")), ("a b:c", .scheme("ab")), ("//x", .host),
    ("a\tb", .control), (":x", .scheme("")), ("a\u{9F}b", .control), ("a\u{200B}b", .invisible),
    ("å\u{202E}:x", .invisible),
  ])
  func saysWhy(_ address: String, _ problem: WebAddress.Problem) {
    #expect(throws: problem) { try WebAddress(checking: address) }
  }

  @Test(arguments: [
    ("a/b", true), ("/a", true), ("#a", true), ("", true), ("?a:b", true), ("https://a", false), ("mailto:a", false),
    ("//a", false),
    ("\\\\a", false), ("/\\a", false), ("x:y", false),
  ])
  func relative(_ address: String, _ isRelative: Bool) {
    #expect(WebAddress.isRelative(address) == isRelative)
  }

  /// As a writer disguises them in Markdown: what is checked is the address after entities and escapes are undone.
  @Test(arguments: [
    "[x](javascript:alert(1))", "[x](java&#9;script:x)", "[x](java&#x0A;script:x)", "[x](java&Tab;script:x)",
    "[x](java&NewLine;script:x)",
    "[x](&#106;avascript:x)", "[x](javascript&colon;x)", "[x](&#x6A;&#x61;vascript&#58;x)", "[x](<java\tscript:x>)",
    "[x](\\javascript:x)",
    "[x](< javascript:x>)", "[x](j\\avascript:x)", "<javascript:x>", "[x][k]\n\n[k]: javascript&#58;x",
    "![x](data:text/html,y)", "[x](&#1;javascript:x)",
    "[x](//evil.example)", "[x](\\\\\\\\evil.example)", "[x](&#47;/evil.example)", "[x](/&#92;evil.example)",
    "[x](&sol;&sol;evil.example)", "<DATA:x>",
  ])
  func disguisedInMarkdown(_ text: String) throws {
    let (document, _) = MarkdownReader.read(SourceFile(path: "a.md", text: text))
    let link = try #require(document.links.first)
    let address = try #require(link.url.constant)
    #expect(throws: WebAddress.Problem.self) { try WebAddress(checking: address) }
  }
}
