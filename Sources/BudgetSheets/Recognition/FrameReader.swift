import XlsxPackage

/// Reads the lines above the headings: title, code, department and unit.
struct FrameReader {
  private(set) var scan: SheetScan
  private(set) var title: String?
  private(set) var year: String?
  private(set) var department: (name: String, cell: CellReference)?
  private let headerStart: Int?

  init(scan: SheetScan, headerStart: Int?) {
    self.scan = scan
    self.headerStart = headerStart
  }

  /// Reads the lines.
  mutating func read() {
    var statedUnit: MoneyUnit?
    let lines = scan.grid.rows.prefix { $0.number < headerStart ?? .max }
    let code = scan.form.code.map { SheetIdentifier.withoutZeros(LabelText.normalize($0)) }
    let titles = Set(([scan.form.title] + scan.form.titleAliases).map(FrameText.key(ofTitle:)))
    for row in headerStart == nil ? lines.prefix(8) : lines.prefix(80) {
      for cell in row.cells where cell.kind == .text {
        let key = FrameText.titleKey(ofLabel: cell.label)
        if title == nil, !key.isEmpty,
          titles.contains(where: { key == $0 || ($0.utf8.count >= FrameText.shortestTitle && key.hasSuffix($0)) })
        {
          title = FrameText.trimmed(cell.text)
          year = FrameText.year(in: cell.text)
          scan.consume(cell.reference)
        } else if let code, SheetIdentifier.withoutZeros(cell.label) == code {
          scan.consume(cell.reference)
        } else if department == nil, let name = value(of: cell, after: scan.set.labels.department) {
          department = (name.text, name.reference)
        } else if statedUnit == nil, let name = value(of: cell, after: scan.set.labels.unit, consumes: false),
          let unit = FrameText.unit(name.text)
        {
          statedUnit = unit
          scan.consume(cell.reference)
          scan.consume(name.reference)
        }
      }
    }
    settle(statedUnit)
  }

  private mutating func settle(_ stated: MoneyUnit?) {
    guard let stated else {
      // A form of blocks states its unit in its labels.
      if !scan.form.isBlockForm { scan.report(.unitMissing, ["unit": scan.set.unit.rawValue]) }
      return
    }
    scan.unit = stated
    if stated != scan.set.unit {
      scan.report(.unitConverted, ["unit": stated.rawValue, "base": scan.set.unit.rawValue])
    }
  }

  /// The text after the colon of a cell, or of the next filled cell where nothing follows the colon.
  private mutating func value(
    of cell: SheetGrid.Cell, after words: [String], consumes: Bool = true
  ) -> (text: String, reference: CellReference)? {
    guard let value = FrameText.value(of: cell.text, after: words) else { return nil }
    if consumes { scan.consume(cell.reference) }
    if !value.isEmpty { return (value, cell.reference) }
    guard let next = scan.grid.row(cell.reference.row)?.cells.first(where: { $0.reference > cell.reference }),
      next.kind == .text, !next.text.contains("："), !next.text.contains(":")
    else { return nil }
    if consumes { scan.consume(next.reference) }
    return (FrameText.trimmed(next.text), next.reference)
  }
}
