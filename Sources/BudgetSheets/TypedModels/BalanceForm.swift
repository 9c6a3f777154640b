// The properties bear the words of the labels.
// swift-format-ignore-file: IdentifiersMustBeASCII

/// Form 01: revenue and expenditure side by side (部门收支预算表).
public struct BalanceForm: FormModel {
  /// The title as printed.
  public var title: String?
  /// The revenue, as `收入["本年收入合计"]`.
  public var 收入: [RevenueLine] = []
  /// The expenditure, as `支出["六、科学技术"]`.
  public var 支出: [Expenditure] = []
  /// The lines of text below the form.
  public var notes: [String] = []

  /// Creates an empty form.
  public init() {}

  /// A printed line of the expenditure side.
  public struct Expenditure: FormRowModel {
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
      case 项目 = "支出/项目"
      case 金额 = "支出/金额"
    }
  }
}
