// The properties bear the words of the labels.
// swift-format-ignore-file: IdentifiersMustBeASCII

/// Form 11: expenditure by project (项目支出预算表).
public struct ProjectExpenditureForm: FormModel {
  /// The title as printed.
  public var title: String?
  /// The rows, in the order of the sheet.
  public var rows: [Row] = []
  /// The lines of text below the form.
  public var notes: [String] = []

  /// Creates an empty form.
  public init() {}

  /// One line: the total, the department or a project.
  public struct Row: FormRowModel {
    /// What the row is.
    public var kind: RowKind
    /// Which row it is; empty where it has no key.
    public var key: String
    /// What its blank cells take from the cell above, by label path.
    public var inherited: [String: String]?
    /// The type of the project.
    public var 类型: String?
    /// The name of the project; in the department's row its code.
    public var 项目名称: String?
    /// The unit that has the project.
    public var 项目单位: String?
    /// The project in all.
    public var 合计: Amount?
    /// Appropriated this year: the general public budget.
    public var 拨款一般公共预算: Amount?
    /// Appropriated this year: government funds.
    public var 拨款政府性基金: Amount?
    /// Appropriated this year: the budget of state capital.
    public var 拨款国有资本经营预算: Amount?
    /// Carried over: the general public budget.
    public var 结转一般公共预算: Amount?
    /// Carried over: government funds.
    public var 结转政府性基金: Amount?
    /// Carried over: the budget of state capital.
    public var 结转国有资本经营预算: Amount?
    /// Money managed in special fiscal accounts.
    public var 财政专户管理资金: Amount?
    /// The unit's own money.
    public var 单位资金: Amount?

    /// Creates a row without values.
    public init(kind: RowKind = .detail, key: String = "") {
      self.kind = kind
      self.key = key
    }

    /// The label paths of its columns, in the order of the form.
    public static var columns: [LabelPath] { columns(CodingKeys.allCases) }

    enum CodingKeys: String, CodingKey, CaseIterable {
      case kind
      case key
      case inherited
      case 类型
      case 项目名称
      case 项目单位
      case 合计
      case 拨款一般公共预算 = "本年拨款/一般公共预算"
      case 拨款政府性基金 = "本年拨款/政府性基金预算"
      case 拨款国有资本经营预算 = "本年拨款/国有资本经营预算"
      case 结转一般公共预算 = "财政拨款结转结余/一般公共预算"
      case 结转政府性基金 = "财政拨款结转结余/政府性基金预算"
      case 结转国有资本经营预算 = "财政拨款结转结余/国有资本经营预算"
      case 财政专户管理资金
      case 单位资金
    }
  }
}
