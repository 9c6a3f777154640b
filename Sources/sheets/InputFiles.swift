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
  /// A folder without any is told, and calls for the status of a missing input.
  func resolve(_ options: CommonOptions) -> (paths: [String], status: ExitStatus, hasFolder: Bool) {
    var paths: [String] = []
    var hasFolder = false
    var status = ExitStatus.success
    for path in files {
      guard let names = workbooks(in: path) else {
        paths.append(path)
        continue
      }
      hasFolder = true
      if names.isEmpty {
        Console.message(
          options.say("\(path)：文件夹中没有工作簿。", "\(path): there are no workbooks in the folder."))
        status.worsen(to: .noInput)
      }
      paths += names.map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
    }
    return (paths, status, hasFolder)
  }

  /// The endings of files that are meant as workbooks; what cannot be read of them is told, not passed over.
  private static let endings: Set<String> = ["xlsx", "xlsm", "xltx", "xltm", "xls", "xlsb", "et", "ett", "ods"]

  /// The names of the workbooks in a folder; nil where the path is no folder.
  private func workbooks(in path: String) -> [String]? {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      return nil
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { name in
      let ending = name.lowercased().split(separator: ".").last.map(String.init) ?? ""
      return Self.endings.contains(ending) && !name.hasPrefix("~$") && !name.hasPrefix(".")
    }.sorted()
  }
}
