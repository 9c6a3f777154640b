import Foundation

/// What a run that was killed leaves in the folder of its results.
enum Leftovers {
  /// The temporary files of workbooks in a folder; empty where there is no folder.
  static func files(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.wholeMatch(of: /\.xlsx-[0-9a-z]{1,13}\.tmp/) != nil }.sorted().map { folder + "/" + $0 }
  }

  /// Removes them, and returns how many.
  static func remove(in folder: String) -> Int {
    files(in: folder).count { (try? FileManager.default.removeItem(atPath: $0)) != nil }
  }
}
