@_spi(Comparison) import XlsxRead

/// All that reading a workbook gives, as lines of text, so that two ways of reading can be compared.
enum WorkbookTrace {
  /// Reads a workbook by libxml2 alone, or with the scanners.
  static func lines(of bytes: [UInt8], limits: ReadLimits = .default, scans: Bool) -> [String] {
    var lines: [String] = []
    do {
      let workbook = try Workbook(bytes: bytes, name: "trace.xlsx", limits: limits, scans: scans)
      for sheet in workbook.worksheets { lines += self.lines(of: sheet) }
    } catch {
      lines.append(line(of: error))
    }
    return lines
  }

  private static func lines(of sheet: Worksheet) -> [String] {
    var lines = ["sheet \(sheet.name)"]
    do {
      let rows = try sheet.rowReader()
      lines.append("columns \(rows.columns)")
      defer {
        lines.append(
          "merges \(rows.merges) used \((try? rows.layout.usedRange).map { "\(String(describing: $0))" } ?? "-")")
      }
      while let row = try rows.next() {
        lines.append("row \(row.number) \(row.isHidden) \(row.height ?? -1)")
        for cell in row { lines.append(line(of: cell)) }
      }
    } catch {
      lines.append(line(of: error))
    }
    return lines
  }

  /// What libxml2 says of broken XML depends on how the part is cut into pieces.
  private static func line(of error: any Error) -> String {
    guard let error = error as? XlsxReadError else { return "\(error)" }
    return error.code == .invalidXML ? "invalid XML in \(error.part ?? ""), line \(error.line ?? 0)" : "\(error)"
  }

  private static func line(of cell: Cell) -> String {
    """
    \(cell.reference) \(cell.kind) \(cell.rawText.debugDescription) \(cell.number?.bitPattern ?? 0) \
    \(cell.boolean.map { "\($0)" } ?? "-") \(cell.date.map { "\($0)" } ?? "-") \
    \(cell.formulaKind.map { "\($0)" } ?? "-") \(cell.formula?.debugDescription ?? "-") \(cell.style?.index ?? -1)
    """
  }
}
