/// A typed model of one row of a form.
public protocol FormRowModel: Codable, Sendable, Equatable {
  /// What the row is.
  var kind: RowKind { get set }
  /// Which row it is: the label path of a fixed row, else its key; empty where it has none.
  var key: String { get set }
  /// What its blank cells take from the cell above, by the label path of their column; nil where none does.
  var inherited: [String: String]? { get set }
  /// The label paths of its columns, in the order of the form.
  static var columns: [LabelPath] { get }
}

extension FormRowModel {
  /// The columns among the coding keys of a row.
  static func columns(_ keys: [some CodingKey]) -> [LabelPath] {
    keys.map(\.stringValue).filter { !ModelNames.ofRow.contains($0) }.compactMap { LabelPath(text: $0) }
  }
}

extension Collection where Element: FormRowModel {
  /// The first row of a key, as `收入["本年收入合计"]` or `rows["206/01/01"]`; nil where there is none.
  public subscript(key: String) -> Element? { first { $0.key == key } }

  /// The first row of a kind; nil where there is none.
  public func first(_ kind: RowKind) -> Element? { first { $0.kind == kind } }
}
