import XlsxPackage

/// One form as far as a blank sheet tells it.
struct FormDraft {
  /// A column heading with those below it.
  struct Column {
    var label: String
    /// The heading as printed where it names a year, with `{year}`.
    var printed: String?
    var kind = ColumnDefinition.Kind.text
    var sum: [String] = []
    var partOf: String?
    var list: String?
    var isGroup = false
    var isIndicator = false
    var columns: [Column] = []
    /// The names of the columns of labels over which it is printed once.
    var wide: [String] = []
    var remarks: [String] = []
  }

  /// A printed row with those below it.
  struct Row {
    var label: String
    var sum: [String] = []
    var partOf: String?
    var isClosing = false
    var rows: [Row] = []
    var remarks: [String] = []
  }

  /// A level of free rows.
  struct Level {
    var kind: RowKind
    /// The label of a total row; nil where it has none.
    var label: String?
    var labelColumn: LabelPath?
    var across = 1
    /// Whether it stands below the rows that it adds up.
    var isAtBottom = false
    var key: [LabelPath] = []
    var digits: Int?
    var name: LabelPath?
    var empty: [LabelPath] = []
    var isOptional = false
    var blankRepeatsAbove = false
    var repeated: [LabelPath] = []
    var list: String?
    var spare = 0
    var remarks: [String] = []
  }

  /// Columns with the rows below them.
  struct Pane {
    var name: String
    var columns: [Column]
    var rows: [Row]
  }

  /// What stands below the headings.
  enum Body {
    case panes([Pane], alignsClosingRows: Bool)
    case rows([Column], [Row])
    case levels([Column], [Level])
    case blocks([Block])
  }

  /// A part of a form that is no grid.
  enum Block {
    case field(String, isDepartment: Bool)
    case list(String, columns: [String], spare: Int)
    case amounts(String, rows: [AmountRow])
    case table(String, columns: [Column], spare: Int)
  }

  /// A labelled amount, or a heading over some.
  struct AmountRow {
    var label: String
    var printed: String?
    var sum: [String] = []
    var rows: [AmountRow] = []
    var remarks: [String] = []
  }

  var sheet: String
  var number = ""
  var code: String?
  var title: String
  var isLandscape: Bool
  var body: Body
  /// The number of another form whose columns, rows and page it has.
  var like: String?
  var notes: [String] = []
  var emptyNote: String?
  /// What stands beside the title.
  var remarks: [String] = []
}
