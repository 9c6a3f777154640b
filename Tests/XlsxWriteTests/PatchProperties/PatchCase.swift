import XlsxPackage
import XlsxWrite

/// A workbook and changes of it, made from a seed.
struct PatchCase {
  let start: BookModel
  let bytes: [UInt8]
  let operations: [Operation]
  /// The workbook with all changes.
  let end: BookModel
  /// How the changes are shared out when they are not made in one go.
  let cuts: [ArraySlice<Operation>]

  init(seed: UInt64, changesAddedSheets: Bool = false) throws {
    var generator = BookGenerator(source: SeededSource(seed: seed))
    start = generator.book()
    let written = try start.written()
    if seed % 2 == 0 {
      bytes = written
    } else {
      var disguise = Disguise(start, source: generator.source)
      bytes = try disguise.bytes(written)
    }
    var changes = OperationGenerator(generator, changesAddedSheets: changesAddedSheets)
    operations = changes.operations(start)
    var end = start
    for operation in operations { end.apply(operation) }
    self.end = end
    var source = changes.generator.source
    var rest = operations[...]
    var cuts: [ArraySlice<Operation>] = []
    while !rest.isEmpty {
      var part = rest.prefix(source.number(1...max(1, min(8, rest.count))))
      if changesAddedSheets { part = Self.upToAddedSheet(part) }
      cuts.append(part)
      rest = rest.dropFirst(part.count)
    }
    self.cuts = cuts
  }

  /// A sheet that a patch adds is changed by a later patch only.
  private static func upToAddedSheet(_ operations: ArraySlice<Operation>) -> ArraySlice<Operation> {
    let end = operations.firstIndex { if case .add = $0 { true } else { false } }
    return operations.prefix(through: end ?? operations.endIndex - 1)
  }

  /// The workbook with all changes made by one patch.
  func inOneGo() throws -> [UInt8] {
    var book = start
    return try Self.patched(bytes, &book, operations[...])
  }

  /// The workbook with the changes made by several patches, one after the other.
  func inSteps() throws -> [UInt8] {
    var book = start
    return try cuts.reduce(bytes) { try Self.patched($0, &book, $1) }
  }

  /// A workbook with some changes; the model follows.
  static func patched(_ bytes: [UInt8], _ book: inout BookModel, _ operations: ArraySlice<Operation>) throws -> [UInt8]
  {
    var end = book
    for operation in operations { end.apply(operation) }
    let patch = try WorkbookPatch(ofBytes: bytes, name: "case.xlsx")
    for operation in operations {
      try operation.apply(to: patch, now: book, end: end)
      book.apply(operation)
    }
    return try patch.bytes()
  }
}
