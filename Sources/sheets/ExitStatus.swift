import ArgumentParser

/// The exit statuses of the command, stable from version to version.
enum ExitStatus: Int32 {
  case success = 0
  /// There are findings at or above the asked level.
  case findings = 1
  /// Something could not be checked or read.
  case notChecked = 2
  /// The command line is wrong.
  case usage = 64
  /// A file is not a readable workbook.
  case notAWorkbook = 65
  /// There is no such input.
  case noInput = 66
  /// A mistake of this program.
  case bug = 70
  /// The output cannot be written.
  case cannotWrite = 73

  /// How grave it is: a batch ends with the gravest of its files.
  private var gravity: Int {
    switch self {
    case .success: 0
    case .notChecked: 1
    case .findings: 2
    case .notAWorkbook: 3
    case .noInput: 4
    case .cannotWrite: 5
    case .usage: 6
    case .bug: 7
    }
  }

  /// Takes on another status where that is graver.
  mutating func worsen(to other: ExitStatus) {
    if other.gravity > gravity { self = other }
  }

  /// Ends the command with this status.
  func exit() throws {
    if self != .success { throw ExitCode(rawValue) }
  }
}
