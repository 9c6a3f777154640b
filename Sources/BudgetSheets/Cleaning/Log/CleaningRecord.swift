import XlsxPackage

/// The sheet on which a cleaned workbook carries what was changed in it, for people; programs read the log.
struct CleaningRecord {
  /// A change, as the texts of its row.
  struct Line: Hashable {
    /// The texts by column; none is empty, and the number is not among them.
    var texts: [Column: String]
  }

  /// What tells one line from another, byte by byte.
  struct LineKey: Hashable {
    var texts: [[UInt8]]
  }

  /// What was cleaned in one go.
  struct Source: Hashable {
    /// The first line that belongs to it, counted from 0.
    var firstLine: Int
    /// The file, its hash and the form set in words.
    var text: String
  }

  /// The name of its sheet.
  var sheet: String
  /// The changes, the oldest first.
  var lines: [Line] = []
  /// The cleanings that they come from, in order.
  var sources: [Source] = []
  /// What somebody else wrote on the sheet.
  var unmatched: [OutsideCell] = []
  /// The cell of the title, and its language.
  var title: CellReference?
  var language = Language.chinese
  /// Whether it was put away: another sheet has taken its lines over.
  var isOld = false
  /// Whether comments hang on the sheet, or tables stand on it.
  var hasParts = false

  /// Whether somebody else put onto the sheet what cannot be carried on as text.
  var isForeign: Bool { hasParts || unmatched.contains { $0.formula != nil } }

  /// The record as another workbook takes it over, which carries among its own what was written on the sheet.
  var elsewhere: CleaningRecord { CleaningRecord(sheet: "", lines: lines, sources: sources, isOld: isOld) }

  /// The name of the sheet, unless another one has it.
  static let sheetName = "清洗记录"

  /// The title; with the headings it tells the sheet, whatever its name.
  static func title(in language: Language) -> String {
    language == .chinese ? "工作簿清洗记录" : "Cleaning record of this workbook"
  }

  /// The name of a sheet that was put away.
  static let oldSheetName = "旧" + sheetName

  /// The title of one that was put away.
  static func oldTitle(in language: Language) -> String {
    language == .chinese ? "旧的工作簿清洗记录（各条已转入新的清洗记录）" : "Old cleaning record of this workbook, continued on the new one"
  }

  /// What stands above the table.
  static func hint(in language: Language) -> String {
    language == .chinese
      ? "下列单元格由程序改写，其余未动。“原内容”“现内容”照录单元格中存储的内容；点“单元格”一栏可以到达。如须恢复，请用清洗时写出的记录文件。"
      : "A program changed the cells below and nothing else. Contents are shown as they are stored; a click on a cell leads there. To have them back, use the log that cleaning wrote."
  }

  /// What stands above what somebody else wrote.
  static func leftoverHeading(in language: Language) -> String {
    language == .chinese ? "以下文字是另外写在清洗记录上的，照录供查：" : "This was written on the cleaning record beside its lines:"
  }

  /// What stands in the table where no change is left.
  static func nothing(in language: Language) -> String { language == .chinese ? "没有改动。" : "Nothing is changed." }
}

extension CleaningRecord {
  /// The columns of the table, in order.
  enum Column: CaseIterable {
    case number, sheet, cell, form, row, path, before, beforeType, beforeFormat, after, afterType, afterFormat, code
    case repairClass, reason, standard

    /// What stands above it.
    func heading(in language: Language) -> String {
      let names: (chinese: String, english: String) =
        switch self {
        case .number: ("序号", "No.")
        case .sheet: ("工作表", "Sheet")
        case .cell: ("单元格", "Cell")
        case .form: ("表", "Form")
        case .row: ("行", "Row")
        case .path: ("栏目", "Column")
        case .before: ("原内容", "Before")
        case .beforeType: ("原类型", "Type before")
        case .beforeFormat: ("原格式", "Format before")
        case .after: ("现内容", "Now")
        case .afterType: ("现类型", "Type now")
        case .afterFormat: ("现格式", "Format now")
        case .code: ("清洗代码", "Code")
        case .repairClass: ("类别", "Class")
        case .reason: ("原因", "Reason")
        case .standard: ("标准表位置", "In the standard workbook")
        }
      return language == .chinese ? names.chinese : names.english
    }

    /// Its width in digits.
    var width: Double {
      switch self {
      case .number: 4.5
      case .sheet: 11
      case .cell: 7
      case .form: 4.5
      case .row: 17
      case .path: 19
      case .before, .after: 22
      case .beforeType, .afterType: 6.5
      case .beforeFormat, .afterFormat: 11
      case .code, .repairClass: 5.5
      case .reason: 34
      case .standard: 14
      }
    }

    /// Those by which the row of the headings is known.
    static let landmarks: [Column] = [.number, .sheet, .cell, .before, .after, .code, .reason]
  }
}
