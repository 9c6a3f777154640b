// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  products: [
    // Loaded before libxlsxwriter, it writes down the calls that a program makes.
    .library(name: "calls", type: .dynamic, targets: ["calls"])
  ],
  dependencies: [.package(name: "BudgetSheets", path: "..")],
  targets: [
    .systemLibrary(name: "CPlatform", pkgConfig: "libxml-2.0"),
    // Starts every contestant as a process of its own; links nothing of the package, so that it stays small.
    .executableTarget(name: "bench", swiftSettings: settings),
    // Our own contestant, and the maker of the inputs.
    .executableTarget(
      name: "subject",
      dependencies: [
        "CellReading", "CPlatform",
        .product(name: "BudgetSheets", package: "BudgetSheets"),
        .product(name: "XlsxRead", package: "BudgetSheets"),
      ], swiftSettings: settings),
    .executableTarget(
      name: "cells", dependencies: ["CellReading", .product(name: "XlsxRead", package: "BudgetSheets")],
      swiftSettings: settings),
    // Changes workbooks: a contestant, and what other programs are asked to look at afterwards.
    .executableTarget(
      name: "patch", dependencies: [.product(name: "XlsxWrite", package: "BudgetSheets")], swiftSettings: settings),
    // Changes amounts of consistent books, and counts how often the checker finds out which.
    .executableTarget(
      name: "corruption", dependencies: [.product(name: "BudgetSheets", package: "BudgetSheets")],
      swiftSettings: settings),
    .target(
      name: "CellReading", dependencies: [.product(name: "XlsxRead", package: "BudgetSheets")],
      swiftSettings: settings),
    // libzip and libxml2 with empty callbacks: what reading costs at least with these two.
    .executableTarget(
      name: "floor", dependencies: ["CPlatform"],
      linkerSettings: [.linkedLibrary("zip"), .linkedLibrary("xml2")]),
    // libxlsxwriter doing the calls that were written down: what writing a workbook costs at least with it.
    .executableTarget(name: "issue-floor", linkerSettings: [.linkedLibrary("xlsxwriter")]),
    .target(name: "calls", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    // libzip expanding one part and packing it again: what changing that part costs at least.
    .executableTarget(name: "repack", dependencies: ["CPlatform"], linkerSettings: [.linkedLibrary("zip")]),
  ],
  swiftLanguageModes: [.v6]
)
