import Foundation
import Testing

/// A run of the command whose results and messages go to a terminal; what it writes must be short, since nobody reads it
/// before the end.
struct TerminalRun {
  /// What the terminal was sent.
  var text: String

  init(_ arguments: [String], in folder: TestFolder, environment changes: [String: String] = [:]) throws {
    var main: Int32 = -1
    var side: Int32 = -1
    try #require(unsafe openpty(&main, &side, nil, nil, nil) == 0)
    let terminal = FileHandle(fileDescriptor: main, closeOnDealloc: true)
    let end = FileHandle(fileDescriptor: side, closeOnDealloc: true)
    let process = Process()
    process.executableURL = SheetsRun.command
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    var environment = ProcessInfo.processInfo.environment
    environment["NO_COLOR"] = nil
    environment["TERM"] = "xterm"
    process.environment = environment.merging(changes) { $1 }
    process.standardOutput = end
    process.standardError = end
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    // Kept open until here: what was written is lost once nobody holds this end.
    _ = fcntl(main, F_SETFL, O_NONBLOCK)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(main, $0.baseAddress, $0.count) }
      if count <= 0 { break }
      bytes += buffer[..<count]
    }
    try end.close()
    try terminal.close()
    text = String(decoding: bytes, as: UTF8.self)
  }
}
