// What `site.yaml` says of an edition's looks: its accent, its name, the logo; and the sizes of images.

import Site
import Syntax
import TestSites
import Testing

@Suite struct AppearanceTests {
  private func site(_ settings: String, _ edition: String = "", files: [String: String] = [:]) -> SmallSite {
    let configuration = SmallSite.configuration.replacing(
      "url: \"https://open.example/hjalp\"", with: "url: \"https://open.example/hjalp\"\(edition)")
    return SmallSite(
      files.merging(["index.sv.md": page("Hem", "audience: public")]) { $1 },
      configuration: configuration + "\n" + settings)
  }

  /// Contrast with white by WCAG's formula, as its own tools give it.
  @Test(arguments: [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54), ("#1F5F4A", 7.52), ("#ff0000", 4.0)])
  func contrast(_ text: String, _ ratio: Double) throws {
    let colour = try #require(AccentColour(text))
    #expect(abs(colour.contrastOnWhite - ratio) < 0.01, "\(colour.contrastOnWhite)")
    #expect(colour.text == text.lowercased())
  }

  @Test(arguments: ["#fff", "1f5f4a", "#1f5f4g", "red", "#1f5f4a0", ""])
  func notAColour(_ text: String) { #expect(AccentColour(text) == nil) }

  @Test func anAccentReachesTheStyleSheet() throws {
    let built = try site("", ", accent: \"#1f5f4a\"").build("open")
    let style = try built.text("style.css")
    #expect(style.contains(":root:root { --accent: #1f5f4a; }"))
    let dark = try #require(AccentColour("#1f5f4a")).onDark
    #expect(style.contains("(prefers-color-scheme: dark) { :root:root { --accent: \(dark.text); } }"))
    #expect(try SmallSite(["index.sv.md": page("Hem")]).build("wiki").text("style.css") != style)
  }

  @Test func anAccentCanBeRead() throws {
    let site = site("", ", accent: ‸\"#ffcc00\"")
    let found = site.findings()
    #expect(found.lines == site.marks.map { "accent \($0)" })
    let help = try #require(found.first?.help)
    let proposed = try #require(AccentColour(String(help.suffix(7))))
    #expect(proposed.contrastOnWhite >= AccentColour.leastContrast && proposed.contrastOnWhite < 5.6)
  }

  /// It stands in headers, in a server's settings, and as a path before links.
  @Test(arguments: ["///evil.example/x", "/a//b", "/a;}b", "/a\\\\b", "/../b", "?a", "/a b", "'"])
  func anAddressIsAHostAndAPath(_ path: String) {
    let configuration = SmallSite.configuration.replacing(
      "\"https://open.example/hjalp\"", with: "‸\"https://open.example\(path)\"")
    let site = SmallSite(["index.sv.md": page("Hem")], configuration: configuration)
    #expect(site.findings().lines == site.marks.map { "site-configuration \($0)" })
  }

  @Test func anEditionMayHaveANameOfItsOwn() throws {
    let built = try site("", ", name: { sv: \"Kundtjänst\", de: \"Service\" }").build("open")
    #expect(try built.text("de/index.html").contains("<title>Service</title>"))
    #expect(
      try SmallSite(["index.sv.md": page("Hem")]).build("wiki").text("sv/index.html").contains(
        "<title>Överlämning</title>"))
  }

  @Test func aLogoStandsInEveryHeader() throws {
    let svg = "<?xml version=\"1.0\"?><svg xmlns='http://www.w3.org/2000/svg' width='64px' height=\"31.5\">"
    let built = try site("logo: img/l.svg\nfiles: { img/: public }", files: ["img/l.svg": svg]).build("open")
    #expect(built.diagnostics.lines == [])
    let home = try built.text("sv/index.html")
    #expect(home.contains("<img src=\"../files/img/l.svg\" alt=\"\" width=\"64\" height=\"32\">"))
    #expect(home.contains("<link rel=\"icon\" href=\"../files/img/l.svg\">"))
    #expect(try built.text("404.html").contains("href=\"/hjalp/files/img/l.svg\""))
  }

  @Test(arguments: [("none.png", "public"), ("img/l.png", "team"), ("img/l.txt", "public")])
  func aLogoIsAnImageForAll(_ path: String, _ audience: String) throws {
    let site = site(
      "logo: ‸\(path)\nfiles: { img/: \(audience) }", files: ["img/l.png": "", "img/l.txt": "text"])
    #expect(try site.build("open").diagnostics.lines == site.marks.map { "logo \($0)" })
  }

  @Test func sizesOfImages() throws {
    func size(_ bytes: [UInt8], _ path: String) -> String {
      do throws(ImageSize.Problem) {
        let size = try ImageSize(bytes, path: path)
        return "\(size.width)x\(size.height)"
      } catch {
        return "\(error)"
      }
    }
    #expect(size(SmallSite.png(120, 40), "a.PNG") == "120x40")
    #expect(size(Array(SmallSite.png(1, 1).prefix(20)), "a.png") == "truncated")
    #expect(size([], "a.png") == "empty" && size(SmallSite.png(9, 9), "a.jpg") == "notThisFormat")
    #expect(size(Array("GIF89a".utf8) + [0x10, 0x01, 0x20, 0x00], "a.gif") == "272x32")
    let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC0, 0, 17, 8, 0x01, 0x00, 0x02, 0x00, 3, 1]
    #expect(size(jpeg, "a.jpeg") == "512x256")
    let webp = Array("RIFF....WEBPVP8X".utf8) + [10, 0, 0, 0, 0, 0, 0, 0, 0x1F, 0x03, 0, 0x57, 0x02, 0]
    #expect(size(webp, "a.webp") == "800x600")
    #expect(
      size([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array(repeating: 0x7F, count: 20), "a.png").hasPrefix(
        "tooLarge"))
    #expect(size(Array("<svg viewBox=\"0 0 24 12.2\">".utf8), "a.svg") == "24x13")
  }
}
