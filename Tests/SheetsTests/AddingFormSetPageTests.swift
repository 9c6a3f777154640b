import Foundation
import Testing

/// The page that leads through adding a form set shows what the commands print, and quotes the set as it is.
@Suite struct AddingFormSetPageTests {
  private static let root = SheetsRun.tests.deletingLastPathComponent()

  private static func blocks() throws -> [(label: String, lines: [Substring])] {
    let page = try String(contentsOf: root.appendingPathComponent("docs/adding-a-form-set.md"), encoding: .utf8)
    var blocks: [(label: String, lines: [Substring])] = []
    var isInside = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside.toggle()
        if isInside { blocks.append((String(line.dropFirst(3)), [])) }
      } else if isInside {
        blocks[blocks.count - 1].lines.append(line)
      }
    }
    return blocks
  }

  /// Runs a line of a shell, with the built command as `sheets`.
  private static func run(_ line: String, in folder: TestFolder) throws -> [Substring] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "( \(line) ) 2>&1"]
    var environment = ProcessInfo.processInfo.environment
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS"] { environment[name] = nil }
    environment["PATH"] =
      SheetsRun.command.deletingLastPathComponent().path + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    process.environment = environment
    process.currentDirectoryURL = folder.url
    let scratch = try TestFolder()
    process.standardOutput = try scratch.handle("out")
    try process.run()
    process.waitUntilExit()
    return try scratch.text("out").split(separator: "\n")
  }

  @Test func everyCommandPrintsWhatIsShown() throws {
    let folder = try TestFolder()
    for name in ["examples", "Tests"] {
      try FileManager.default.createSymbolicLink(
        at: folder.url.appendingPathComponent(name), withDestinationURL: Self.root.appendingPathComponent(name))
    }
    var commands = 0
    for block in try Self.blocks() where block.label == "console" {
      var lines = block.lines[...]
      while let line = lines.popFirst() {
        try #require(line.hasPrefix("$ "))
        commands += 1
        let shown = Array(lines.prefix { !$0.hasPrefix("$ ") })
        lines = lines.dropFirst(shown.count)
        let printed = try Self.run(String(line.dropFirst(2)), in: folder)
        #expect(printed == shown, "\(line)")
      }
    }
    #expect(commands >= 15)
  }

  @Test func theSetIsQuotedAsItIs() throws {
    let set = Self.root.appendingPathComponent("examples/form-sets/yunling-2024")
    var quotes = 0
    for block in try Self.blocks() where block.label.hasPrefix("yaml ") {
      let file = try String(
        contentsOf: set.appendingPathComponent(String(block.label.dropFirst(5))), encoding: .utf8)
      quotes += 1
      #expect(file.contains(block.lines.joined(separator: "\n") + "\n"), "\(block.label)")
    }
    #expect(quotes >= 10)
  }
}
