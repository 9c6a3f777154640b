import XlsxPackage
public import XlsxRead
import XlsxWrite

/// Gives the cells of a cleaned workbook back as they were.
///
/// Whatever was done to the workbook since stays, but for the cells that are taken back, which must still be as cleaning left them.
/// A text that was formatted in parts comes back as plain text.
///
/// ```swift
/// let log = try ChangeLog(jsonLines: text)
/// let result = try ChangeUndo(log).undo(path: "cleaned.xlsx", codes: [.floatNoise])
/// print(result.undone.count, result.remaining.changes.count)
/// ```
public struct ChangeUndo: Sendable {
  /// What was changed.
  public let log: ChangeLog
  /// The bounds of what is read.
  public var limits: ReadLimits

  /// Creates what takes the changes of a log back.
  public init(_ log: ChangeLog, limits: ReadLimits = BookReader.defaultLimits) {
    self.log = log
    self.limits = limits
  }

  /// Takes changes back in memory; the file stays as it is.
  ///
  /// - Parameters:
  ///   - path: The cleaned workbook.
  ///   - codes: The repairs whose changes are taken back; nil for all.
  ///   - cells: The cells whose changes are taken back; nil for all.
  ///   - language: The language of the record that the workbook carries.
  /// - Throws: An ``UndoError`` where the file does not fit the log, or what is asked for cannot be done.
  public func undo(
    path: String, codes: Set<RepairCode>? = nil, cells: Set<SheetAddress>? = nil, language: Language = .chinese
  ) throws(UndoError) -> UndoResult {
    let bytes: [UInt8]
    do throws(XlsxReadError) { bytes = try WorkbookFile.bytes(of: path, limits: limits) } catch {
      throw .unreadable(error)
    }
    return try undo(bytes: bytes, name: path, codes: codes, cells: cells, language: language)
  }

  /// Takes changes back in a workbook held in memory; `name` stands for the file.
  ///
  /// - Throws: As for a file.
  public func undo(
    bytes: [UInt8], name: String, codes: Set<RepairCode>? = nil, cells: Set<SheetAddress>? = nil,
    language: Language = .chinese
  ) throws(UndoError) -> UndoResult {
    if log.changes.contains(where: { $0.standardPlace != nil }) { throw .standardLayout(submitted: log.file) }
    let selection = try UndoSelection(log.changes, codes: codes, cells: cells)
    if FileDigest.sha256(bytes) == log.sha256 { throw .alreadyAsBefore(file: name) }
    let workbook: UndoneWorkbook
    do throws(XlsxReadError) { workbook = try UndoneWorkbook(bytes, name: name, limits: limits) } catch {
      throw .unreadable(error)
    }
    if let change = workbook.unrecorded(among: selection.indices.sorted().map { log.changes[$0] }) {
      throw .notRecorded(file: name, change.place, code: change.code)
    }
    try compare(workbook, selection, name: name)
    let remaining = log.changes.indices.filter { !selection.indices.contains($0) }.map { log.changes[$0] }
    let undone = log.changes.indices.filter(selection.indices.contains).map { log.changes[$0] }
    let result: [UInt8]
    do {
      result = try workbook.restored(selection.chains, removing: undone, language: language)
    } catch let error as XlsxWriteError {
      throw .file(error)
    } catch {
      preconditionFailure("Only this error is thrown above.")
    }
    let rest = ChangeLog(
      file: log.file, sha256: log.sha256, cleanedSHA256: FileDigest.sha256(result), set: log.set, changes: remaining)
    return UndoResult(bytes: result, undone: undone, remaining: rest)
  }

  /// Throws where a cell is not as the log left it.
  private func compare(
    _ workbook: UndoneWorkbook, _ selection: UndoSelection, name: String
  ) throws(UndoError) {
    let states: [SheetAddress: CellState]
    do throws(XlsxReadError) { states = try workbook.states(of: selection.chains.map(\.address)) } catch {
      throw .unreadable(error)
    }
    var differences: [UndoError.Difference] = []
    for chain in selection.chains {
      let found = states[chain.address]
      if let found, found.holdsSame(as: chain.after) { continue }
      differences.append(UndoError.Difference(place: chain.place, expected: chain.after, found: found))
    }
    if !differences.isEmpty { throw .differs(file: name, differences) }
  }
}
