// Holds who may import whom: the arrows between the rooms point down only.

import Testing

@Suite struct RoomTests {
  /// Our own modules, and those of other people that only some rooms may see.
  static let mayImport: [String: Set<String>] = [
    "Syntax": ["CCmark", "CYAML", "CSupport"],
    "Markup": ["Syntax"],
    "Languages": ["Syntax"],
    "Transition": ["Syntax", "Languages"],
    "Site": ["Transition", "Languages", "Syntax"],
    "Rendering": ["Site", "Transition", "Languages", "Markup", "Syntax", "Mustache"],
    "Publishing": [
      "Rendering", "Site", "Transition", "Languages", "Markup", "Syntax", "CSupport", "CZlib", "CXlsxwriter",
    ],
    "staffetta": [
      "Publishing", "Rendering", "Site", "Transition", "Languages", "Markup", "Syntax", "ArgumentParser",
    ],
    "CCmark": [], "CYAML": [], "CZlib": [], "CXlsxwriter": [], "CSupport": [],
  ]

  /// What comes with the toolchain, and which rooms use it.
  static let toolchain: Set<String> = ["Foundation", "Glibc", "Synchronization", "Dispatch"]

  @Test func everyRoomHasARow() throws {
    let rooms = Set(try SourceFolder.swiftFiles().map(\.room))
    #expect(rooms.subtracting(Self.mayImport.keys).isEmpty)
    #expect(rooms.count >= 8, "the sources were found")
  }

  @Test func arrowsPointDown() throws {
    for file in try SourceFolder.swiftFiles() {
      let allowed = try #require(Self.mayImport[file.room]).union(Self.toolchain)
      for module in file.imports { #expect(allowed.contains(module), "\(file.path) imports \(module)") }
    }
  }

  /// The disk and the clock are for the first and the last stage.
  @Test func onlyTheEdgesTouchTheSystem() throws {
    let edges: Set<String> = ["Publishing", "staffetta"]
    for file in try SourceFolder.swiftFiles() where !edges.contains(file.room) {
      #expect(!file.imports.contains("Dispatch"), "\(file.path)")
      for word in ["FileManager", "ProcessInfo", "String(contentsOf", "Data(contentsOf", "fopen(", "getenv("] {
        #expect(!file.code.contains { $0.contains(word) }, "\(file.path) uses \(word)")
      }
    }
  }
}
