import BudgetSheets
import Foundation

/// The package's own side of a comparison, and the maker of its inputs.
///
///     subject inputs FOLDER SCALE BOOKS WORKBOOK MESSY  makes the inputs
///     subject read-book WORKBOOK REPETITIONS         reads one book again and again, in one process
///     subject check-book WORKBOOK REPETITIONS        reads and checks one book again and again
///     subject clean-book WORKBOOK REPETITIONS        cleans one book again and again
///     subject read-cells WORKBOOK REPETITIONS        the same, but only its cells
///     subject write-book WORKBOOK REPETITIONS        writes one book again and again, in one process
///     subject write-books WORKBOOK COUNT JOBS FOLDER writes many books
///     subject issue-book REPETITIONS WAY             issues one workbook again and again, planned, straight or patched
///     subject issue-books COUNT JOBS WAY FOLDER      issues many workbooks
///     subject issue-same COUNT                       compares what the ways to issue come to
///     subject issue-once WORKBOOK                    issues one workbook to a file
@main
struct Subject {
  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let rest = Array(arguments.dropFirst())
    switch (arguments.first, rest.count) {
    case ("inputs", 5):
      try Inputs(folder: rest[0], scale: Double(rest[1]) ?? 1, books: Int(rest[2]) ?? 0)
        .make(from: rest[3], messy: rest[4])
    case ("read-book", 2): try BookWork(workbook: rest[0]).read(repetitions: Int(rest[1]) ?? 1)
    case ("check-book", 2): try BookWork(workbook: rest[0]).check(repetitions: Int(rest[1]) ?? 1)
    case ("clean-book", 2): try BookWork(workbook: rest[0]).clean(repetitions: Int(rest[1]) ?? 1)
    case ("read-cells", 2): try BookWork(workbook: rest[0]).readCells(repetitions: Int(rest[1]) ?? 1)
    case ("write-book", 2): try BookWork(workbook: rest[0]).write(repetitions: Int(rest[1]) ?? 1)
    case ("write-books", 4):
      try await BookWork(workbook: rest[0]).writeMany(count: Int(rest[1]) ?? 1, jobs: Int(rest[2]) ?? 1, to: rest[3])
    case ("issue-book", 2):
      try IssueWork(IssueWork.Way(rawValue: rest[1]) ?? .straight).issue(repetitions: Int(rest[0]) ?? 1)
    case ("issue-books", 4):
      try await IssueWork(IssueWork.Way(rawValue: rest[2]) ?? .straight, expecting: Int(rest[0]) ?? 1).issueMany(
        count: Int(rest[0]) ?? 1, jobs: Int(rest[1]) ?? 1, to: rest[3])
    case ("issue-same", 1): try IssueSame.check(Int(rest[0]) ?? 1)
    case ("issue-once", 1): try IssueWork(.planned).issueOnce(to: rest[0])
    default:
      FileHandle.standardError.write(Data("Run scripts/bench; this program is one of its parts.\n".utf8))
      exit(64)
    }
  }
}
