import Foundation

/// Where the command writes: results to standard output, everything else to standard error.
enum Console {
  /// Whether results go to a terminal.
  static var outputIsTerminal: Bool { isatty(FileHandle.standardOutput.fileDescriptor) == 1 }

  /// Whether messages go to a terminal.
  static var messagesGoToTerminal: Bool { isatty(FileHandle.standardError.fileDescriptor) == 1 }

  /// Writes a result; where that fails, as on a full disk, the command ends and says so.
  static func write(_ text: String) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      // Whoever reads has enough, as "head" has: that is no failure to speak of.
      let isClosed = (error as NSError).code == Int(EPIPE) || "\(error)".contains("Broken pipe")
      if !isClosed { message("standard output: \(error.localizedDescription) （结果未能完整写出，请检查磁盘空间）") }
      exit(ExitStatus.cannotWrite.rawValue)
    }
  }

  /// Writes a result and a line break.
  static func line(_ text: String = "") { write(text + "\n") }

  /// Writes a message about the work; one that cannot be written is dropped.
  static func message(_ text: String) { messagePart(text + "\n") }

  /// Writes a part of a line about the work.
  static func messagePart(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
