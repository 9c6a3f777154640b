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
  var paths: [String] {
    files.flatMap { path -> [String] in
      var isFolder: ObjCBool = false
      guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
        return [path]
      }
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      return names.filter { $0.lowercased().hasSuffix(".xlsx") && !$0.hasPrefix("~$") && !$0.hasPrefix(".") }.sorted()
        .map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
    }
  }
}
