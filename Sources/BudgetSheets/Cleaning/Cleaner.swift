public import XlsxRead

/// Turns messy submissions into clean ones, with every change on record.
///
/// A cleaner is a value without state; use one for as many workbooks as you like, from as many tasks. It never changes an amount
/// by more than the way it is written, and it reads what it has made before it gives it out.
///
/// ```swift
/// let cleaner = Cleaner(sets: [set])
/// let result = try cleaner.clean(path: "submitted.xlsx", applying: .all)
/// print(result.log.changes.count, result.suggestions.count, result.after.findings.count)
/// ```
public struct Cleaner: Sendable {
  /// How a cleaned workbook looks.
  public enum Layout: String, Sendable, Hashable, CaseIterable {
    /// The submitter's own workbook, in which only repaired cells are changed.
    case submitted
    /// A new workbook in the layout of the form set.
    case standard
  }

  let reader: BookReader
  let checkers: [String: Checker]

  /// Creates a cleaner.
  ///
  /// - Parameters:
  ///   - sets: The form sets among which a workbook's own is found.
  ///   - limits: The bounds of what is read.
  public init(sets: [FormSet], limits: ReadLimits = BookReader.defaultLimits) {
    reader = BookReader(sets: sets, limits: limits)
    checkers = Dictionary(sets.map { ($0.name, Checker(set: $0)) }, uniquingKeysWith: { first, _ in first })
  }

  /// All repairs, and what is never repaired, in the order of their codes.
  public static let repairs: [RepairDescription] = order.map { type(of: $0).description }.sorted { $0.code < $1.code }

  /// What a repair does.
  public static func description(of code: RepairCode) -> RepairDescription {
    guard let description = descriptions[code] else {
      preconditionFailure("Every code has a repair; a test sees to it.")
    }
    return description
  }

  private static let descriptions = Dictionary(uniqueKeysWithValues: repairs.map { ($0.code, $0) })

  /// Cleans the workbook at a path in memory; the file stays as it is.
  ///
  /// - Parameters:
  ///   - path: The submitted workbook.
  ///   - selection: The repairs to be done.
  ///   - layout: How the cleaned workbook looks.
  ///   - prior: Books of the year before, in which damaged codes are looked up.
  ///   - language: The language of the record that the cleaned workbook carries.
  /// - Throws: A ``CleaningError`` where the workbook cannot be read or changed.
  public func clean(
    path: String, applying selection: RepairSelection = .all, layout: Layout = .submitted, prior: [Book] = [],
    language: Language = .chinese
  ) throws(CleaningError) -> CleaningResult {
    let bytes: [UInt8]
    do throws(XlsxReadError) { bytes = try WorkbookFile.bytes(of: path, limits: reader.limits) } catch {
      throw .unreadable(.file(error))
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return try clean(
      bytes: bytes, name: name, applying: selection, layout: layout, prior: prior, language: language)
  }

  /// Cleans a workbook held in memory; `name` stands for the file.
  ///
  /// - Throws: As for a file.
  public func clean(
    bytes: [UInt8], name: String, applying selection: RepairSelection = .all, layout: Layout = .submitted,
    prior: [Book] = [], language: Language = .chinese
  ) throws(CleaningError) -> CleaningResult {
    let job = CleaningJob(
      bytes: bytes, name: name, selection: selection, layout: layout, prior: prior, language: language)
    return try CleaningRun(job: job, reader: reader, checkers: checkers).result()
  }
}
