/// One form of a set: all that reading, writing and checking know about it.
public struct FormDefinition: Sendable, Hashable {
  /// How the page lies.
  public enum Page: String, Sendable, Hashable {
    case portrait
    case landscape
  }

  /// The number within its set, as `03`.
  public var form: String
  /// The printed code, as `预算03表`; nil where the set prints none.
  public var code: String?
  /// What a form without a printed code is called, as `表四`.
  public var shortName: String?
  /// The printed title, with `{year}` for the year of the book.
  public var title: String
  /// Other titles of the same form.
  public var titleAliases: [String]
  /// How the page lies.
  public var page: Page
  /// The column headings; empty for a form of blocks.
  public var columns: [ColumnDefinition]
  /// The panes; empty for a form of blocks.
  public var panes: [Pane]
  /// Whether the closing rows of the panes stand side by side at the bottom.
  public var alignsClosingRows: Bool
  /// The parts of a form that is not a grid.
  public var blocks: [FormBlock]
  /// What is printed below the form.
  public var notes: [String]
  /// What stands below an empty form, with `{department}` and `{year}`.
  public var emptyNote: String?
  /// Whether the form leaves an amount of nothing blank; nil where it is as ``FormSet/printsNilBlank`` says.
  public var printsNilBlank: Bool?
  /// On what the definition rests where the source names the form and does not show it; nil where it is as published.
  public var reconstruction: String?
  /// The file that defines it.
  public var file: String

  /// What the form is called: its code, else its short name, else its number.
  public var name: String { code ?? shortName ?? form }

  /// The leaf columns, from left to right.
  public var leaves: [ColumnDefinition] { columns.flatMap(\.leaves) }

  /// The labelled amounts of a form of blocks, in order.
  var labelledAmounts: [FormBlock.AmountRow] {
    var rows: [FormBlock.AmountRow] = []
    for case .amounts(let amounts) in blocks { rows += amounts.rows }
    return rows
  }

  /// Whether the form is made of blocks and not of a grid.
  public var isBlockForm: Bool { !blocks.isEmpty }

  /// A text with `{year}` and `{department}` filled in.
  public static func fill(_ text: String, year: String, department: String) -> String {
    text.replacing("{year}", with: year).replacing("{department}", with: department)
  }
}
