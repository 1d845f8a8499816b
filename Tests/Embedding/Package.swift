// swift-tools-version: 6.2

import PackageDescription

// A package of somebody else's: it knows the toolkit by its products alone. `make embedding` builds
// it beside the toolkit and runs it.
let package = Package(
  name: "Embedding",
  dependencies: [
    .package(name: "variorum", path: Context.environment["VARIORUM"] ?? "../..")
  ],
  targets: [
    .executableTarget(
      name: "Embedding",
      dependencies: [
        .product(name: "PlanModel", package: "variorum"),
        .product(name: "Collation", package: "variorum"),
        .product(name: "Annotations", package: "variorum"),
        .product(name: "PluginKit", package: "variorum"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
