public import XlsxPackage

/// One cell: its value as the file holds it, its formula and its style.
public struct Cell: Sendable {
  let batch: RowBatch
  let record: CellRecord

  init(batch: RowBatch, index: Int) {
    self.batch = batch
    record = batch.cell(index)
  }

  /// The place of the cell.
  public var reference: CellReference { CellReference(row: Int(record.row), column: Int(record.column)) }

  /// What the cell holds.
  public var kind: CellKind {
    switch record.value {
    case .none: .blank
    case .number: .number
    case .serial: .date
    case .shared, .text: .text
    case .boolean: .boolean
    case .error: .error
    case .isoDate: .date
    }
  }

  /// The text of the value: a number exactly as the file writes it, the characters of a text, `1` or `0`, an error as
  /// `#N/A`; empty for a blank cell.
  ///
  /// Texts come without formatting and phonetic guides, with `_xHHHH_` decoded and all spaces kept.
  public var rawText: String {
    switch record.value {
    case .none: ""
    case .shared: batch.context.strings[valueRange]
    case .text: unsafe EscapedText.string(bytes)
    case .number, .serial, .boolean, .error, .isoDate: batch.string(record.valueStart, record.valueCount)
    }
  }

  /// The text of a text cell, nil for any other.
  public var text: String? { kind == .text ? rawText : nil }

  /// The value of a number cell, or the serial of a date cell, as the nearest `Double`; nil for any other.
  public var number: Double? {
    record.value == .number || record.value == .serial ? unsafe NumberText.value(bytes) : nil
  }

  /// The value of a boolean cell, nil for any other.
  public var boolean: Bool? {
    guard record.value == .boolean else { return nil }
    return unsafe SheetState.isTrue(NumberText.trim(bytes))
  }

  /// The date, time or duration that a date cell shows; nil for any other, and where Excel cannot show it (a negative
  /// serial, one beyond the year 9999).
  public var date: DateTimeValue? {
    switch record.value {
    case .isoDate:
      return unsafe ISODateParser.parse(String(decoding: NumberText.trim(bytes), as: UTF8.self))
    case .serial:
      let category = batch.context.styles.category(Int(record.style))
      guard let serial = number else { return nil }
      if category == .duration {
        let seconds = serial * 86_400
        return seconds.isFinite ? .duration(seconds: seconds) : nil
      }
      return DateTimeValue(serial: serial, usesDate1904: batch.context.usesDate1904)
    default:
      return nil
    }
  }

  private var valueRange: Range<Int> { Int(record.valueStart)..<Int(record.valueStart) + Int(record.valueCount) }

  @unsafe private var bytes: UnsafeBufferPointer<UInt8> {
    unsafe batch.slice(record.valueStart, record.valueCount)
  }
}

extension Cell {
  /// Whether the cell has a formula, with or without a text of its own.
  public var hasFormula: Bool { record.formulaKind != nil }

  /// How the formula is stored, nil where there is none.
  public var formulaKind: FormulaKind? { record.formulaKind }

  /// The formula without its equals sign, as it stands in this cell; nil where there is none, in a data table, and where
  /// a cell shares a formula that no cell before it in the file has.
  ///
  /// The cells of a shared formula have its text with their own references; those of an array formula all have its text.
  public var formula: String? {
    if record.sharedFormula >= 0, record.formulaCount == 0 {
      let formula = batch.context.sharedFormula(Int(record.sharedFormula))
      return record.formulaKind == .array ? formula.text : formula.text(at: reference)
    }
    guard record.formulaCount > 0 else { return nil }
    return unsafe EscapedText.string(batch.slice(record.formulaStart, record.formulaCount))
  }

  /// The code of the number format, as `#,##0.00` or `General`. Built-in formats come with the codes of simplified
  /// Chinese.
  public var numberFormat: String { batch.context.styles.format(Int(record.style)).code }

  /// The style; nil where the workbook has no such style.
  public var style: CellStyle? {
    let styles = batch.context.styles
    let index = Int(record.style)
    guard styles.styles.indices.contains(index) else { return nil }
    let style = styles.styles[index]
    return CellStyle(
      index: index, numberFormat: styles.formats[style.format].code, isLocked: style.isLocked,
      isFormulaHidden: style.isHidden)
  }
}
