import ArgumentParser
import Foundation

/// The workbooks that a command is given.
struct InputFiles: ParsableArguments {
  @Argument(help: ArgumentHelp("Workbooks (.xlsx), or folders of them.", valueName: "file"))
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
  /// A folder without any is told, and calls for the status of a missing input.
  func resolve(_ options: CommonOptions) -> (paths: [String], status: ExitStatus) {
    var paths: [String] = []
    var status = ExitStatus.success
    for path in files {
      guard let names = workbooks(in: path) else {
        paths.append(path)
        continue
      }
      if names.isEmpty {
        Console.message(
          options.say("\(path)：文件夹中没有 .xlsx 工作簿。", "\(path): there are no .xlsx workbooks in the folder."))
        status.worsen(to: .noInput)
      }
      paths += names.map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
    }
    return (paths, status)
  }

  /// The names of the workbooks in a folder; nil where the path is no folder.
  private func workbooks(in path: String) -> [String]? {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      return nil
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.lowercased().hasSuffix(".xlsx") && !$0.hasPrefix("~$") && !$0.hasPrefix(".") }.sorted()
  }
}
