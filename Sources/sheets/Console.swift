import Foundation

/// Where the command writes: results to standard output, everything else to standard error.
enum Console {
  /// Writes a result.
  static func write(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  /// Writes a result and a line break.
  static func line(_ text: String = "") { write(text + "\n") }

  /// Writes a message about the work.
  static func message(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
