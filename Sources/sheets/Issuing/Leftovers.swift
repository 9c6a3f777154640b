import Foundation

/// What a run that was killed leaves in the folder of its results.
enum Leftovers {
  /// How many seconds a temporary file has not been written to before it counts as left over. Writing a workbook takes a
  /// moment, so a younger one may be that of a run that is still going on.
  static let age: TimeInterval = 600

  /// The temporary files of workbooks in a folder that nobody writes to any more; empty where there is no folder.
  static func files(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.wholeMatch(of: /\.xlsx-[0-9a-z]{1,13}\.tmp/) != nil }.sorted().map { folder + "/" + $0 }
      .filter(isOld)
  }

  /// Removes them, and returns how many.
  static func remove(in folder: String) -> Int {
    files(in: folder).count { (try? FileManager.default.removeItem(atPath: $0)) != nil }
  }

  private static func isOld(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let modified = attributes?[.modificationDate] as? Date else { return false }
    return modified.timeIntervalSinceNow < -age
  }
}
