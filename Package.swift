// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "BudgetSheets",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "XlsxRead", targets: ["XlsxRead", "XlsxPackage"]),
    .library(name: "XlsxWrite", targets: ["XlsxWrite", "XlsxPackage"]),
    .library(name: "BudgetSheets", targets: ["BudgetSheets"]),
    .executable(name: "sheets", targets: ["sheets"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser.git", .upToNextMinor(from: "1.8.0")),
    .package(url: "https://github.com/jpsim/Yams.git", from: "6.0.0"),
  ],
  targets: [
    // The one place that names C headers: libzip, libxml2, libxlsxwriter, nettle and zlib.
    .systemLibrary(
      name: "CXlsx",
      pkgConfig: "libxml-2.0",
      providers: [
        .apt(["libzip-dev", "libxml2-dev", "libxlsxwriter-dev", "nettle-dev", "pkg-config"]),
        .brew(["libzip", "libxml2", "libxlsxwriter", "nettle", "pkg-config"]),
      ]),
    // The bytes of the form definitions, compiled into whatever links them.
    .target(name: "CTemplates"),
    // What reading and writing share: cell references, dates, the parts of a package.
    .target(name: "XlsxPackage", dependencies: ["CXlsx"], swiftSettings: strict),
    .target(name: "XlsxRead", dependencies: ["CXlsx", "XlsxPackage"], swiftSettings: strict),
    .target(name: "XlsxWrite", dependencies: ["CXlsx", "XlsxPackage"], swiftSettings: strict),
    .target(
      name: "BudgetSheets",
      dependencies: [
        "CTemplates", "XlsxRead", "XlsxWrite", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "sheets",
      dependencies: [
        "BudgetSheets", "XlsxPackage", "XlsxRead",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "XlsxReadTests", dependencies: ["XlsxRead"], resources: [.copy("Fixtures")],
      swiftSettings: strict),
    .testTarget(
      name: "XlsxWriteTests", dependencies: ["XlsxWrite", "XlsxRead"], swiftSettings: strict),
    .testTarget(
      name: "BudgetSheetsTests", dependencies: ["BudgetSheets"],
      resources: [.copy("Fixtures")], swiftSettings: strict),
    .testTarget(
      name: "SheetsTests", dependencies: ["sheets", "BudgetSheets", "XlsxPackage", "XlsxRead", "XlsxWrite"],
      resources: [.copy("Snapshots")], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)
