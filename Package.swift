// swift-tools-version: 6.2

import PackageDescription

// Every target is held to the same rules: language mode 6, explicit existentials, imports that do
// not leak, unsafe code marked as such, and no warning left standing.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

// The table of targets and of what each may import stands in Sources/README.md; a test holds the
// sources to it.
let package = Package(
  name: "variorum",
  products: [
    .executable(name: "variorum", targets: ["variorum"]),
    .library(name: "PlanModel", targets: ["PlanModel"]),
    .library(name: "Collation", targets: ["Collation"]),
    .library(name: "Annotations", targets: ["Annotations"]),
    .library(name: "PluginKit", targets: ["PluginKit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    .systemLibrary(name: "CCMark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "PlanModel", swiftSettings: strict),
    .target(
      name: "YAMLReading",
      dependencies: ["PlanModel", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(
      name: "PlanMarkdown",
      dependencies: [
        "PlanModel", "CCMark", "YAMLReading", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .target(
      name: "PlanImport", dependencies: ["PlanModel", "CXML", "CZlib"], swiftSettings: strict),
    .target(name: "Collation", dependencies: ["PlanModel"], swiftSettings: strict),
    .target(
      name: "Identity",
      dependencies: [
        "PlanModel", "Collation", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(
      name: "Annotations",
      dependencies: [
        "PlanModel", "Collation", "YAMLReading", .product(name: "Yams", package: "Yams"),
      ],
      exclude: ["README.md"],
      swiftSettings: strict),
    .target(
      name: "PluginKit",
      dependencies: [
        "PlanModel", "Collation", "Annotations",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      exclude: ["README.md", "Schemas"],
      swiftSettings: strict),
    .target(
      name: "StandardPlugins",
      dependencies: [
        "PlanModel", "PlanMarkdown", "PlanImport", "Collation", "Identity", "Annotations",
        "PluginKit",
      ],
      // What ships sees of the kit what anybody does.
      packageAccess: false, swiftSettings: strict),
    .target(
      name: "SiteRendering",
      dependencies: [
        "PlanModel", "PlanMarkdown", "Collation", "Annotations", "PluginKit",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [.embedInCode("Theme")],
      swiftSettings: strict),
    .target(
      name: "Workspace",
      dependencies: [
        "PlanModel", "PlanMarkdown", "PlanImport", "Collation", "Identity", "Annotations",
        "PluginKit", "StandardPlugins", "SiteRendering", "YAMLReading",
        .product(name: "Yams", package: "Yams"), .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(
      name: "Preview",
      dependencies: [
        "PlanModel", "Workspace", .product(name: "FlyingFox", package: "FlyingFox"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "variorum",
      dependencies: [
        "Workspace", "Preview", "PlanModel", "Collation", "Annotations", "PluginKit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // What tests share: chance that can be repeated, and damaged inputs.
    .target(name: "Fuzzing", path: "Tests/Fuzzing", swiftSettings: strict),
    .testTarget(
      name: "PlanModelTests", dependencies: ["PlanModel", "Fuzzing"], swiftSettings: strict),
    .testTarget(
      name: "PlanMarkdownTests", dependencies: ["PlanModel", "PlanMarkdown", "Fuzzing"],
      swiftSettings: strict),
    .testTarget(
      name: "PlanImportTests", dependencies: ["PlanModel", "PlanImport", "Fuzzing"],
      swiftSettings: strict),
    .testTarget(
      name: "CollationTests", dependencies: ["PlanModel", "Collation", "Fuzzing"],
      swiftSettings: strict),
    .testTarget(
      name: "IdentityTests", dependencies: ["PlanModel", "PlanImport", "Collation", "Identity"],
      swiftSettings: strict),
    .testTarget(
      name: "AnnotationsTests",
      dependencies: ["PlanModel", "Collation", "Annotations", "Fuzzing"],
      swiftSettings: strict),
    .testTarget(
      name: "SiteRenderingTests",
      dependencies: [
        "PlanModel", "PlanMarkdown", "Collation", "Annotations", "PluginKit", "SiteRendering",
        "Fuzzing",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "StandardPluginsTests",
      dependencies: ["PlanModel", "Collation", "Annotations", "PluginKit", "StandardPlugins"],
      swiftSettings: strict),
    .testTarget(
      name: "PluginKitTests",
      dependencies: ["PlanModel", "Collation", "Annotations", "PluginKit"],
      exclude: ["Transcripts"],
      swiftSettings: strict),
    .testTarget(
      name: "PreviewTests", dependencies: ["Workspace", "Preview"], swiftSettings: strict),
    .testTarget(
      name: "ProjectTests",
      dependencies: [
        "Workspace", "PlanModel", "PlanMarkdown", "Collation", "Annotations", "PluginKit",
        "StandardPlugins",
        "Fuzzing", "variorum",
      ],
      exclude: ["Fixtures"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
