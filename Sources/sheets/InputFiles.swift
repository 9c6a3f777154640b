import ArgumentParser
import Foundation

/// The workbooks that a command is given.
struct InputFiles: ParsableArguments {
  @Argument(help: ArgumentHelp("Workbooks (.xlsx), or folders of them （工作簿或文件夹）.", valueName: "file"))
  var files: [String]

  @Option(name: .long, help: ArgumentHelp("How many files to work on at once.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1.") }
  }

  /// How many files to work on at once: as many as there are cores, unless asked.
  var jobCount: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  /// What the files and folders come to.
  ///
  /// - Parameter undone: What is not done with the rest of a folder, as “was not checked”.
  func resolve(_ options: CommonOptions, undone: String) -> ResolvedInput {
    ResolvedInput(files: files, undone: undone, options)
  }
}
