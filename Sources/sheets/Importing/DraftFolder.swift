import Foundation

/// The folder into which a drafted form set goes: all of its files at once, or none.
struct DraftFolder {
  let path: String
  /// Whether files of the same names are replaced.
  let replacesExisting: Bool

  /// Makes sure that the set may be written.
  func check() throws(OutputError) {
    guard OutputPlaces.exists(path) else { return }
    if !OutputPlaces.isFolder(path) { throw .exists(path) }
    if !replacesExisting, !isEmpty { throw .exists(path) }
  }

  private var isEmpty: Bool { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).isEmpty }

  /// Writes the files.
  ///
  /// A folder that is not there yet, or is empty, is put in place whole. In one that holds files all are written beside
  /// those that are there, and then take their places, the settings of the set last.
  func write(_ files: [String: String]) throws(OutputError) {
    try check()
    let target = OutputPlaces.real(path)
    if OutputPlaces.exists(path), !isEmpty { return try replace(files, in: target) }
    let above = URL(fileURLWithPath: target).deletingLastPathComponent()
    try OutputPlaces.makeFolder(above.path)
    let temporary = above.appendingPathComponent(".sheets-\(UUID().uuidString).tmp").path
    defer { try? FileManager.default.removeItem(atPath: temporary) }
    try OutputPlaces.makeFolder(temporary)
    let places = OutputPlaces(inputs: [], replacesExisting: false)
    for (name, text) in files { try ResultOutput.write(text, to: temporary + "/" + name, places: places) }
    // An empty folder gives way to a whole one.
    if unsafe rename(temporary, target) != 0 { throw .failed(path, reason: unsafe String(cString: strerror(errno))) }
  }

  /// Replaces files of a folder: all of them are written beside it first, and only then take their places.
  private func replace(_ files: [String: String], in target: String) throws(OutputError) {
    let places = OutputPlaces(inputs: [], replacesExisting: true)
    // Where one of them cannot take its place, none is to.
    for name in files.keys {
      try places.check(target + "/" + name)
      if OutputPlaces.isFolder(target + "/" + name) { throw .exists(target + "/" + name) }
    }
    let temporary = target + "/.sheets-\(UUID().uuidString).tmp"
    defer { try? FileManager.default.removeItem(atPath: temporary) }
    try OutputPlaces.makeFolder(temporary)
    for (name, text) in files {
      try ResultOutput.write(
        text, to: temporary + "/" + name, places: OutputPlaces(inputs: [], replacesExisting: false))
    }
    let names = files.keys.sorted { ($0 == "set.yaml" ? 1 : 0, $0) < ($1 == "set.yaml" ? 1 : 0, $1) }
    for name in names {
      if unsafe rename(temporary + "/" + name, OutputPlaces.real(target + "/" + name)) != 0 {
        throw .failed(target + "/" + name, reason: unsafe String(cString: strerror(errno)))
      }
    }
  }
}
