/// The workbooks that the arguments of a command come to.
struct ResolvedInput {
  /// The workbooks, in order.
  var paths: [String] = []
  /// What arguments without a workbook call for.
  var status = ExitStatus.success
  /// Whether some argument is a folder.
  var hasFolder = false
  /// What else stands in the folders.
  var rest = FolderContent.Rest()
}

extension ResolvedInput {
  /// Takes the files in their order; a folder stands for the workbooks in it, by name, without the lock files of Office.
  ///
  /// A folder without any is told, and calls for the status of a missing input. So is what else stands in a folder: it is
  /// not gone into.
  ///
  /// - Parameter undone: What is not done with the rest of a folder, as “was not checked”.
  init(files: [String], undone: String, _ options: CommonOptions) {
    for path in files {
      guard let folder = FolderContent(path: path) else {
        paths.append(path)
        continue
      }
      hasFolder = true
      if folder.workbooks.isEmpty {
        Console.message(
          options.say("\(path)：文件夹中没有工作簿。", "\(path): there are no workbooks in the folder."))
        status.worsen(to: .noInput)
      }
      if let rest = folder.rest.text(options) {
        Console.message(options.say("\(path)：\(rest)\(undone)。", "\(path): \(rest) \(undone)."))
      }
      self.rest += folder.rest
      paths += folder.workbooks.map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
    }
  }

  /// The workbooks, each once: one that is named twice, as by its folder too, is one.
  var distinctPaths: [String] {
    var seen: Set<String> = []
    return paths.filter { seen.insert(OutputPlaces.real($0)).inserted }
  }
}
