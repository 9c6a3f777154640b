import Foundation
import Testing

/// Compares what a command prints with a file under `Snapshots/`.
///
/// `RECORD_SNAPSHOTS=1 swift test --filter SheetsTests` writes the files anew; the difference is reviewed like code.
enum Snapshot {
  static func expect(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let folder = SheetsRun.tests.appendingPathComponent("SheetsTests/Snapshots")
    let file = folder.appendingPathComponent(name + ".txt")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Data(text.utf8).write(to: file)
      return
    }
    let recorded = try #require(
      try? String(contentsOf: file, encoding: .utf8), "Snapshots/\(name).txt is missing", sourceLocation: sourceLocation
    )
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let first = zip(lines, expected).enumerated().first { $1.0 != $1.1 }
    #expect(
      text == recorded,
      "\(name), line \(first.map { $0.offset + 1 } ?? min(lines.count, expected.count) + 1): \(first.map { "\($0.element.0) instead of \($0.element.1)" } ?? "another number of lines")",
      sourceLocation: sourceLocation)
  }
}
