// swift-tools-version: 6.2
// The rooms of the house and the arrows between them; Sources/README.md draws the picture, a test holds it.
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
]

func room(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil) -> Target {
  .target(name: name, dependencies: dependencies, exclude: [], resources: resources, swiftSettings: strict)
}

func tests(of name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: "\(name)Tests", dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
  name: "staffetta",
  products: [.executable(name: "staffetta", targets: ["staffetta"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
  ],
  targets: [
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CXlsxwriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(name: "CSupport"),
    room("Syntax", ["CCmark", "CYAML", "CSupport"]),
    room("Markup", ["Syntax"]),
    room("Languages", ["Syntax"]),
    room("Transition", ["Syntax", "Languages"]),
    room("Site", ["Transition", "Languages", "Syntax"]),
    room(
      "Rendering",
      ["Site", "Transition", "Languages", "Markup", "Syntax", .product(name: "Mustache", package: "swift-mustache")],
      resources: [.embedInCode("Theme")]),
    room(
      "Publishing",
      ["Rendering", "Site", "Transition", "Languages", "Markup", "Syntax", "CSupport", "CZlib", "CXlsxwriter"]),
    .executableTarget(
      name: "staffetta",
      dependencies: [
        "Publishing", "Rendering", "Site", "Transition", "Languages", "Markup", "Syntax",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // Small sites written inside tests, built in memory.
    .target(name: "TestRandom", path: "Tests/TestRandom", swiftSettings: strict),
    .target(
      name: "TestSites", dependencies: ["Publishing", "Rendering", "Site", "Transition", "Languages", "Syntax"],
      path: "Tests/TestSites", swiftSettings: strict),
    tests(of: "Architecture", []),
    tests(of: "Languages", ["TestRandom", "Languages", "Syntax"]),
    tests(of: "Markup", ["TestRandom", "Markup", "Syntax"]),
    tests(of: "Syntax", ["TestRandom", "Syntax"]),
    tests(of: "Transition", ["TestSites", "Transition", "Languages", "Syntax"]),
    tests(of: "Site", ["TestSites", "Site", "Transition", "Languages", "Syntax"]),
    tests(of: "Rendering", ["TestSites", "Rendering", "Site", "Transition", "Languages", "Markup", "Syntax"]),
    tests(
      of: "Publishing",
      ["TestRandom", "TestSites", "Publishing", "Rendering", "Site", "Transition", "Languages", "Syntax"]),
  ]
)
