import Foundation
import Testing

/// One run of the built command: what it said and how it ended.
struct SheetsRun {
  var output: String
  var message: String
  var status: Int32

  /// The folder of this package's own tests.
  static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The command, which is built beside the bundle of the tests.
  static var command: URL { Bundle.module.bundleURL.deletingLastPathComponent().appendingPathComponent("sheets") }

  /// Runs the command and waits for its end.
  ///
  /// - Parameter folder: The folder in which it runs.
  init(_ arguments: [String], in folder: TestFolder? = nil, input: String? = nil) throws {
    let process = Process()
    process.executableURL = Self.command
    process.arguments = arguments
    var environment = ProcessInfo.processInfo.environment
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS"] { environment[name] = nil }
    process.environment = environment
    if let folder { process.currentDirectoryURL = folder.url }
    // Files and not pipes: a pipe that nobody reads in time would stop the command.
    let scratch = try TestFolder()
    process.standardOutput = try scratch.handle("out")
    process.standardError = try scratch.handle("err")
    try scratch.write(input ?? "", to: "in")
    process.standardInput = try FileHandle(forReadingFrom: scratch.url.appendingPathComponent("in"))
    try process.run()
    process.waitUntilExit()
    output = try scratch.text("out")
    message = try scratch.text("err")
    status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }

  /// The lines of the output.
  var lines: [Substring] { output.split(separator: "\n") }

  /// The output as JSON.
  func json() throws -> Any { try JSONSerialization.jsonObject(with: Data(output.utf8)) }
}
