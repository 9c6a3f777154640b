// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A program without a `main`: libFuzzer brings its own when `scripts/fuzz` builds with `--sanitize fuzzer`.
func fuzzer(_ name: String, _ products: [String], _ others: [Target.Dependency] = []) -> Target {
  .executableTarget(
    name: name,
    dependencies: ["FuzzSupport"] + others + products.map { .product(name: $0, package: "BudgetSheets") },
    swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
}

let package = Package(
  name: "Fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "BudgetSheets", path: "..")],
  targets: [
    // For the checksums of FuzzZip; libzip brings zlib along.
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "FuzzSupport", dependencies: [.product(name: "XlsxRead", package: "BudgetSheets")],
      swiftSettings: settings),
    fuzzer("FuzzWorkbook", []),
    fuzzer("FuzzPart", []),
    fuzzer("FuzzScanner", ["XlsxRead"]),
    fuzzer("FuzzZip", [], ["CZlib"]),
    fuzzer("FuzzBook", ["BudgetSheets"]),
    fuzzer("FuzzBookJSON", ["BudgetSheets"]),
    fuzzer("FuzzDefinition", ["BudgetSheets"]),
    fuzzer("FuzzClean", ["BudgetSheets", "XlsxRead"]),
    fuzzer("FuzzChangeLog", ["BudgetSheets", "XlsxRead"]),
    fuzzer("FuzzPatch", ["XlsxRead", "XlsxWrite"]),
    // Looks into the library: built with -enable-testing.
    fuzzer("FuzzPieces", ["XlsxWrite"]),
  ],
  swiftLanguageModes: [.v6]
)
