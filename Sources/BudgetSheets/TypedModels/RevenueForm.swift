// The properties bear the words of the labels.
// swift-format-ignore-file: IdentifiersMustBeASCII

/// Form 02: where the money of each unit comes from (部门收入预算表).
public struct RevenueForm: FormModel {
  /// The title as printed.
  public var title: String?
  /// The rows, in the order of the sheet.
  public var rows: [Row] = []
  /// The lines of text below the form.
  public var notes: [String] = []

  /// Creates an empty form.
  public init() {}

  /// One line: the total, the department or a unit.
  public struct Row: FormRowModel {
    /// What the row is.
    public var kind: RowKind
    /// Which row it is; empty where it has no key.
    public var key: String
    /// What its blank cells take from the cell above, by label path.
    public var inherited: [String: String]?
    /// The code of the department or unit.
    public var 代码: String?
    /// The name of the department or unit.
    public var 名称: String?
    /// This year's revenue and what was carried over.
    public var 总计: Amount?
    /// This year's revenue in all.
    public var 本年收入合计: Amount?
    /// This year: the general public budget.
    public var 一般公共预算小计: Amount?
    /// This year: fiscal appropriation within the general public budget.
    public var 其中财政拨款: Amount?
    /// This year: government funds.
    public var 政府性基金: Amount?
    /// This year: the budget of state capital.
    public var 国有资本经营预算: Amount?
    /// This year: money managed in special fiscal accounts.
    public var 财政专户管理资金收入: Amount?
    /// This year: income from public services.
    public var 事业收入: Amount?
    /// This year: business income of public institutions.
    public var 事业单位经营收入: Amount?
    /// This year: subsidies from above.
    public var 上级补助收入: Amount?
    /// This year: payments from subordinate units.
    public var 附属单位上缴收入: Amount?
    /// This year: other income.
    public var 其他收入: Amount?
    /// Carried over in all.
    public var 结转合计: Amount?
    /// Carried over: the general public budget.
    public var 结转一般公共预算: Amount?
    /// Carried over: government funds.
    public var 结转政府性基金: Amount?
    /// Carried over: the budget of state capital.
    public var 结转国有资本经营预算: Amount?
    /// Carried over: money managed in special fiscal accounts.
    public var 结转财政专户管理资金: Amount?
    /// Carried over: the unit's own money.
    public var 结转单位资金: Amount?

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
      case 代码 = "部门(单位)代码"
      case 名称 = "部门(单位)名称"
      case 总计
      case 本年收入合计 = "本年收入/合计"
      case 一般公共预算小计 = "本年收入/一般公共预算/小计"
      case 其中财政拨款 = "本年收入/一般公共预算/其中：财政拨款"
      case 政府性基金 = "本年收入/政府性基金"
      case 国有资本经营预算 = "本年收入/国有资本经营预算"
      case 财政专户管理资金收入 = "本年收入/财政专户管理资金收入"
      case 事业收入 = "本年收入/事业收入"
      case 事业单位经营收入 = "本年收入/事业单位经营收入"
      case 上级补助收入 = "本年收入/上级补助收入"
      case 附属单位上缴收入 = "本年收入/附属单位上缴收入"
      case 其他收入 = "本年收入/其他收入"
      case 结转合计 = "上年结转结余/合计"
      case 结转一般公共预算 = "上年结转结余/一般公共预算"
      case 结转政府性基金 = "上年结转结余/政府性基金"
      case 结转国有资本经营预算 = "上年结转结余/国有资本经营预算"
      case 结转财政专户管理资金 = "上年结转结余/财政专户管理资金"
      case 结转单位资金 = "上年结转结余/单位资金"
    }
  }
}
