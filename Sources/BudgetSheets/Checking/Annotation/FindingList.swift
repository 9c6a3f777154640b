import XlsxPackage

/// The sheet that lists the findings in an annotated copy: what it is called, and by what it is known again.
enum FindingList {
  /// The name of the sheet, unless another one has it.
  static let sheetName = "问题清单"
  /// The title; with the headings it tells the sheet, whatever its name.
  static let title = "预算审核问题清单"

  /// The columns of the table, in order.
  enum Column: String, CaseIterable {
    case number = "序号"
    case level = "级别"
    case code = "编号"
    case sheet = "表"
    case cell = "单元格"
    case row = "行"
    case path = "栏目"
    case reported = "填报"
    case expected = "按规则应为"
    case difference = "相差"
    case message = "问题与建议"
    case explanation = "说明"
    /// Hidden; what the line is, for when the workbook comes back.
    case identity = "识别码"

    /// Its number, counted from 1.
    var index: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
  }

  /// What stands under 说明 beside an error, which is corrected and not explained; nobody has written it.
  static let toCorrect = "须改正"

  /// The last column that is seen.
  static let lastColumn = Column.explanation.index
  /// The columns by which the row of the headings is known.
  static let landmarks: [Column] = [.number, .level, .code, .message, .explanation]
}
