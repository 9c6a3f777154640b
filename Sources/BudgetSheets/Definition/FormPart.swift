/// A part of a form that values belong to: a leaf column, a printed row, a field or a labelled amount.
struct FormPart {
  /// What a part is.
  enum Kind: String, Sendable, Hashable, CaseIterable {
    case column
    case row
    case field

    /// The key of a definition under which such parts stand.
    var key: String { rawValue + "s" }
  }

  /// A printed row, by its pane and its position there.
  struct PrintedRow: Sendable, Hashable {
    var pane: Int
    var row: Int
  }

  /// Which part it is.
  enum ID: Sendable, Hashable {
    case column(LabelPath)
    case row(PrintedRow)
    case field(LabelPath)

    /// The pane of a row; nil for anything else.
    var pane: Int? {
      switch self {
      case .row(let place): place.pane
      case .column, .field: nil
      }
    }
  }

  var id: ID
  var path: LabelPath
  /// Whether money stands there.
  var isAmount: Bool
  /// Whether it is neither a sum nor a part (其中) of something else.
  var isInput: Bool
  /// The functional class of a printed row.
  var classCode: String?
  /// What each label of the path may be called, its own word first, as headings are compared.
  var words: [[String]]

  /// The labels as they are compared.
  var label: [String] { words.compactMap(\.first) }

  /// Whether another part of another form may be called the same.
  func mayBeCalled(like other: FormPart) -> Bool {
    guard words.count == other.words.count else { return false }
    for (own, others) in zip(words, other.words) where Set(own).isDisjoint(with: others) { return false }
    return true
  }
}
