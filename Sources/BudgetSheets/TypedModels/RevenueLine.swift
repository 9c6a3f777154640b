// The properties bear the words of the labels.
// swift-format-ignore-file: IdentifiersMustBeASCII

/// A printed line of the revenue side of forms 01 and 04.
public struct RevenueLine: FormRowModel {
  /// What the row is.
  public var kind: RowKind
  /// Which row it is; empty where it has no key.
  public var key: String
  /// What its blank cells take from the cell above, by label path.
  public var inherited: [String: String]?
  /// The label as printed.
  public var 项目: String?
  /// The amount.
  public var 金额: Amount?

  /// Creates a row without values.
  public init(kind: RowKind = .fixed, key: String = "") {
    self.kind = kind
    self.key = key
  }

  /// The label paths of its columns, in the order of the form.
  public static var columns: [LabelPath] { columns(CodingKeys.allCases) }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case kind
    case key
    case inherited
    case 项目 = "收入/项目"
    case 金额 = "收入/金额"
  }
}
