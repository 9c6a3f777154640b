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

  /// The files in order; a folder stands for the workbooks in it, by name, without the lock files of Office.
  ///
  /// A folder without any is told, and calls for the status of a missing input. So is what else stands in a folder: it is
  /// not gone into.
  ///
  /// - Parameter undone: What is not done with the rest of a folder, as “was not checked”.
  func resolve(_ options: CommonOptions, undone: String) -> ResolvedInput {
    var input = ResolvedInput()
    for path in files {
      guard let folder = FolderContent(path: path) else {
        input.paths.append(path)
        continue
      }
      input.hasFolder = true
      if folder.workbooks.isEmpty {
        Console.message(
          options.say("\(path)：文件夹中没有工作簿。", "\(path): there are no workbooks in the folder."))
        input.status.worsen(to: .noInput)
      }
      if let rest = folder.rest.text(options) {
        Console.message(options.say("\(path)：\(rest)\(undone)。", "\(path): \(rest) \(undone)."))
      }
      input.rest += folder.rest
      input.paths += folder.workbooks.map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
    }
    return input
  }
}
