// The properties bear the words of the labels.
// swift-format-ignore-file: IdentifiersMustBeASCII

/// Form 04: fiscal appropriation, revenue and expenditure side by side (财政拨款收支预算表).
public struct AppropriationForm: FormModel {
  /// The title as printed.
  public var title: String?
  /// The revenue, as `收入["一、本年收入/其中：财政拨款"]`.
  public var 收入: [RevenueLine] = []
  /// The expenditure, as `支出["一、本年支出"]`.
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
    /// The line in all.
    public var 合计: Amount?
    /// The general public budget.
    public var 一般公共预算小计: Amount?
    /// Fiscal appropriation within the general public budget.
    public var 其中财政拨款: Amount?
    /// Government funds.
    public var 政府性基金: Amount?
    /// The budget of state capital.
    public var 国有资本经营预算: Amount?

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
      case 合计 = "支出/合计"
      case 一般公共预算小计 = "支出/一般公共预算/小计"
      case 其中财政拨款 = "支出/一般公共预算/其中：财政拨款"
      case 政府性基金 = "支出/政府性基金"
      case 国有资本经营预算 = "支出/国有资本经营预算"
    }
  }
}
