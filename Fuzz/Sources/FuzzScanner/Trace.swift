@_spi(Comparison) import XlsxRead

/// All that reading a workbook gives, as lines of text; traps where a value breaks a promise of its own.
enum Trace {
  private static let limits: ReadLimits = {
    var limits = ReadLimits.default
    limits.expandedPartBytes = 1 << 24
    limits.expandedTotalBytes = 1 << 26
    // Small enough to be passed by a short input.
    limits.cellTextBytes = 1 << 18
    limits.formulaBytes = 64
    limits.sharedFormulaBytes = 512
    limits.sharedFormulaTotalBytes = 96
    limits.cellsPerSheet = 64
    limits.sharedStrings = 24
    return limits
  }()

  static func lines(of bytes: [UInt8], scans: Bool) -> [String] {
    var lines: [String] = []
    do {
      let workbook = try Workbook(bytes: bytes, name: "fuzz.xlsx", limits: limits, scans: scans)
      for sheet in workbook.worksheets { lines += self.lines(of: sheet) }
    } catch {
      lines.append(line(of: error))
    }
    return lines
  }

  private static func lines(of sheet: Worksheet) -> [String] {
    var lines: [String] = []
    do {
      let rows = try sheet.rowReader()
      lines.append("columns \(rows.columns)")
      defer { lines.append("merges \(rows.merges)") }
      var count = 0
      while let row = try rows.next() {
        count += 1
        lines.append("row \(row.number) \(row.isHidden) \(row.height?.bitPattern ?? 0)")
        for cell in row { lines.append(line(of: cell)) }
      }
      let layout = try rows.layout
      lines.append("layout \(layout)")
      // Both ways to the layout give the same, and so do both ways to the rows.
      let (pass, kept) = (try sheet.layout(), try sheet.rows)
      precondition(pass == layout, "The layout differs from that of its own pass.")
      precondition(kept.count == count, "The rows in memory are others than those read one by one.")
    } catch {
      lines.append(line(of: error))
    }
    return lines
  }

  /// What libxml2 says of broken XML, and in which line, depends on how the part is cut into pieces.
  private static func line(of error: XlsxReadError) -> String {
    error.code == .invalidXML ? "invalid XML in \(error.part ?? "")" : "\(error) \(error.code) \(error.part ?? "")"
  }

  private static func line(of cell: Cell) -> String {
    let raw = cell.rawText
    let formula = cell.formula
    for text in [raw, formula ?? ""] {
      let bytes = Array(text.utf8)
      precondition(bytes == Array(String(decoding: bytes, as: UTF8.self).utf8), "A text is no UTF-8: \(bytes)")
    }
    if let number = cell.number {
      var digits = raw[...]
      while let last = digits.unicodeScalars.last, " \t\r\n".unicodeScalars.contains(last) {
        digits.unicodeScalars.removeLast()
      }
      while let first = digits.unicodeScalars.first, " \t\r\n".unicodeScalars.contains(first) {
        digits.unicodeScalars.removeFirst()
      }
      precondition(Double(digits)?.bitPattern == number.bitPattern, "\(raw) is read as \(number)")
    }
    return """
      \(cell.reference) \(cell.kind) \(raw.debugDescription) \(cell.number?.bitPattern ?? 0) \
      \(cell.boolean.map { "\($0)" } ?? "-") \(cell.date.map { "\($0)" } ?? "-") \
      \(cell.formulaKind.map { "\($0)" } ?? "-") \(formula?.debugDescription ?? "-") \(cell.style?.index ?? -1)
      """
  }
}
