import XlsxPackage
public import XlsxRead

/// Reads submitted workbooks into books.
///
/// A reader is a value without state; use one for as many workbooks as you like, from as many tasks.
public struct BookReader: Sendable {
  /// The form sets among which a workbook's own is found.
  public var sets: [FormSet] { identifiers.map(\.set) }
  /// The bounds of what is read.
  public var limits: ReadLimits
  /// The most filled cells of one workbook, which are kept in memory: 500,000, some hundred times a real book's. Sheets
  /// that checks and cleanings have put there are not counted; they have room of their own.
  public var maximumCells = CellRoom.cells
  private let identifiers: [SheetIdentifier]

  /// The bounds that suit books: those of any workbook, but far fewer cells and strings.
  public static var defaultLimits: ReadLimits {
    var limits = ReadLimits.default
    limits.expandedTotalBytes = 512 << 20
    limits.cellsPerSheet = 10_000_000
    limits.sharedStrings = 2_000_000
    limits.sharedStringBytes = 128 << 20
    limits.mergedRanges = 100_000
    return limits
  }

  /// Creates a reader for some form sets.
  public init(sets: [FormSet], limits: ReadLimits = defaultLimits) {
    identifiers = sets.map(SheetIdentifier.init)
    self.limits = limits
  }

  /// Reads the workbook at a path.
  ///
  /// Whatever is wrong with the budget or its layout is a finding of the book; what no form takes in is listed in
  /// ``Book/outside``.
  ///
  /// - Throws: ``BookReadError`` where the file cannot be read, holds no form, or fits several sets equally.
  public func read(path: String) throws(BookReadError) -> Book { try reading(path: path).book }

  /// Reads the workbook held in memory.
  ///
  /// - Throws: As ``read(path:)``.
  public func read(bytes: [UInt8], name: String) throws(BookReadError) -> Book {
    try reading(bytes: bytes, name: name).book
  }

  /// Reads the workbook at a path, and keeps its cells.
  private func reading(path: String) throws(BookReadError) -> BookReading {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return try read(name: name) { () throws(XlsxReadError) in try Workbook(path: path, limits: limits) }
  }

  /// Reads the workbook held in memory, and keeps its cells.
  func reading(bytes: [UInt8], name: String) throws(BookReadError) -> BookReading {
    try read(name: name) { () throws(XlsxReadError) in try Workbook(bytes: bytes, name: name, limits: limits) }
  }

  private func read(name: String, open: () throws(XlsxReadError) -> Workbook) throws(BookReadError) -> BookReading {
    try rethrowing { try read(try open(), name: name) }
  }

  /// What a reading gives, its errors as those of a book.
  private func rethrowing(_ reading: () throws -> BookReading) throws(BookReadError) -> BookReading {
    do {
      return try reading()
    } catch let error as XlsxReadError {
      throw .file(error)
    } catch let error as BookReadError {
      throw error
    } catch {
      preconditionFailure("Only these two errors are thrown above.")
    }
  }

  private func read(_ workbook: Workbook, name: String) throws -> BookReading {
    var grids: [SheetGrid] = []
    var room = CellRoom(maximumCells)
    for worksheet in workbook.worksheets { grids.append(try SheetGrid(worksheet, room: &room, file: name)) }
    return try read(grids, of: workbook, name: name)
  }

  /// Reads a workbook of which the cells are at hand.
  func reading(_ grids: [SheetGrid], of workbook: Workbook, name: String) throws(BookReadError) -> BookReading {
    try rethrowing { try read(grids, of: workbook, name: name) }
  }

  private func read(_ sheets: [SheetGrid], of workbook: Workbook, name: String) throws -> BookReading {
    var grids = sheets
    if !grids.isEmpty, grids.allSatisfy({ $0.rows.isEmpty }) { throw BookReadError.noCells(file: name) }
    let lists = ReturnedList.take(from: &grids)
    let records = CleaningRecord.take(from: &grids, of: workbook)
    let carried = CarriedContent.take(from: &grids)
    DictionarySheet.remove(from: &grids)
    let issued = IssuedContent.take(from: &grids)
    let stamp = Stamp(customProperties: try workbook.customProperties()) ?? issued.stamp
    let choice = try choose(among: grids, stamp: stamp, name: name)
    let identifier = choice.best[0].identifier
    var assembler = BookAssembler(identifier: identifier, file: name)
    assembler.take(stamp)
    for (grid, result) in zip(grids, choice.results) { assembler.take(grid, as: result) }
    assembler.take(carried)
    assembler.take(lists)
    assembler.take(records)
    assembler.take(issued)
    return BookReading(
      book: assembler.finish(), set: identifier.set, workbook: workbook, grids: grids, records: records)
  }

  /// The set that fits the workbook as a whole, with what each sheet is in it.
  private func choose(
    among grids: [SheetGrid], stamp: Stamp?, name: String
  ) throws(BookReadError) -> SetChoice {
    let choice = SetChoice(grids: grids, identifiers: identifiers, stamp: stamp)
    switch choice.best.count {
    case 0: throw .noForm(file: name)
    case 1: return choice
    default: throw .severalSets(file: name, sets: choice.best.map(\.identifier.set.name))
    }
  }
}
