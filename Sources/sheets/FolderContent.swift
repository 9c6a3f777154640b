import Foundation

/// What stands in a folder: workbooks, and what a command does not look into.
struct FolderContent {
  /// What is no workbook.
  struct Rest: Equatable {
    /// How many folders there are.
    var folders = 0
    /// How many other files there are.
    var files = 0

    /// Counts both.
    static func += (rest: inout Rest, other: Rest) {
      rest.folders += other.folders
      rest.files += other.files
    }

    /// The counts in words; nil where there is nothing.
    func text(_ options: CommonOptions) -> String? {
      var parts: [String] = []
      if folders > 0 {
        parts.append(options.say("子文件夹 \(folders) 个", "\(folders) \(folders == 1 ? "subfolder" : "subfolders")"))
      }
      if files > 0 {
        parts.append(options.say("其他文件 \(files) 个", "\(files) other \(files == 1 ? "file" : "files")"))
      }
      return parts.isEmpty ? nil : parts.joined(separator: options.say("、", " and "))
    }
  }

  /// The names of the workbooks, in order.
  private(set) var workbooks: [String] = []
  /// What else there is, without hidden files and the lock files of Office.
  private(set) var rest = Rest()

  /// The endings of files that are meant as workbooks; what cannot be read of them is told, not passed over.
  private static let endings: Set<String> = ["xlsx", "xlsm", "xltx", "xltm", "xls", "xlsb", "et", "ett", "ods"]

  /// Looks into a folder; nil where the path is none.
  init?(path: String) {
    guard Self.isFolder(path) else { return nil }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in names.sorted() where !name.hasPrefix("~$") && !name.hasPrefix(".") {
      let ending = name.lowercased().split(separator: ".").last.map(String.init) ?? ""
      if Self.endings.contains(ending) {
        workbooks.append(name)
      } else if Self.isFolder(path + "/" + name) {
        rest.folders += 1
      } else {
        rest.files += 1
      }
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}
