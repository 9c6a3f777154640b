import XlsxPackage

/// Reads a table part (ECMA-376 18.5).
final class TablePart: XMLHandler {
  private(set) var isTable = true
  private(set) var hasRange = false
  private(set) var table = Table(
    name: "", displayName: "", range: CellRange(CellReference(row: 1, column: 1), CellReference(row: 1, column: 1)))
  private var isInColumns = false
  private var isInFormula = false
  private var bytes: [UInt8] = []

  override func start(_ element: XMLElement) throws(XMLFault) {
    let name = element.name
    switch element.depth {
    case 1:
      isTable = name.matches("table")
      if isTable { readTable(element) }
    case 2:
      isInColumns = name.matches("tableColumns")
      if name.matches("autoFilter") { table.autoFilter = element["ref"].flatMap { RangeList.range($0) } }
      if name.matches("tableStyleInfo") { table.styleName = element["name"] }
    case 3 where isInColumns && name.matches("tableColumn"):
      var column = Table.Column(name: Self.text(element["name"]) ?? "")
      column.totalsLabel = Self.text(element["totalsRowLabel"])
      column.totalsFunction = element["totalsRowFunction"].flatMap { $0 == "none" ? nil : $0 }
      table.columns.append(column)
      if table.columns.count > CellReference.maximumColumn {
        throw XMLFault(.overLimit, "the table has more than \(CellReference.maximumColumn) columns")
      }
    case 4 where isInColumns && !table.columns.isEmpty:
      isInFormula = name.matches("calculatedColumnFormula")
      bytes.removeAll(keepingCapacity: true)
    default: break
    }
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) {
    if isInFormula { unsafe bytes.append(contentsOf: piece) }
  }

  override func end(_ name: XMLName, depth: Int) {
    guard depth == 4, isInFormula else { return }
    table.columns[table.columns.count - 1].formula = EscapedText.string(bytes)
    isInFormula = false
  }

  private func readTable(_ element: XMLElement) {
    table.displayName = Self.text(element["displayName"]) ?? ""
    table.name = Self.text(element["name"]) ?? table.displayName
    table.headerRowCount = Self.count(element["headerRowCount"]) ?? 1
    table.totalsRowCount = Self.count(element["totalsRowCount"]) ?? 0
    guard let range = element["ref"].flatMap({ RangeList.range($0) }) else { return }
    table.range = range
    hasRange = true
  }

  private static func count(_ text: String?) -> Int? {
    text.flatMap { Int($0) }.map { min(max($0, 0), CellReference.maximumRow) }
  }

  private static func text(_ value: String?) -> String? { value.map { EscapedText.string($0.utf8) } }
}
