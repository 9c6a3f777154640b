// The properties bear the words of the labels.
// swift-format-ignore-file: IdentifiersMustBeASCII

/// Form 12: the performance targets of the whole department (部门（单位）整体绩效目标表).
public struct DepartmentPerformanceForm: FormModel {
  /// The title as printed.
  public var title: String?
  /// The name of the department or unit.
  public var 部门名称: String?
  /// What the department sets out to do in the year.
  public var 年度履职目标: String?
  /// The main tasks of the year.
  public var 年度主要任务: [Task] = []
  /// The budget in all.
  public var 预算总额: Amount?
  /// By source: the government budget.
  public var 政府预算资金: Amount?
  /// By source: money managed in special fiscal accounts.
  public var 财政专户管理资金: Amount?
  /// By source: the unit's own money.
  public var 单位资金: Amount?
  /// By structure: basic expenditure.
  public var 基本支出: Amount?
  /// By structure: project expenditure.
  public var 项目支出: Amount?
  /// The table of indicators.
  public var 指标: [Indicator] = []
  /// The lines of text below the form.
  public var notes: [String] = []

  /// Creates an empty form.
  public init() {}

  /// The label paths of its single fields.
  public static var fields: [LabelPath] {
    let others: [CodingKeys] = [.title, .notes, .年度主要任务, .指标]
    return CodingKeys.allCases.filter { !others.contains($0) }.compactMap { LabelPath(text: $0.stringValue) }
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case title
    case notes
    case 部门名称 = "部门（单位）名称"
    case 年度履职目标
    case 年度主要任务
    case 预算总额 = "预算情况/部门预算总额（万元）"
    case 政府预算资金 = "预算情况/资金来源/（1）政府预算资金"
    case 财政专户管理资金 = "预算情况/资金来源/（2）财政专户管理资金"
    case 单位资金 = "预算情况/资金来源/（3）单位资金"
    case 基本支出 = "预算情况/资金结构/（1）基本支出"
    case 项目支出 = "预算情况/资金结构/（2）项目支出"
    case 指标 = "rows"
  }

  /// One main task.
  public struct Task: Codable, Sendable, Equatable {
    /// The name of the task.
    public var 任务名称: String?
    /// What it consists of.
    public var 主要内容: String?

    /// Creates an item without texts.
    public init() {}

    /// The label paths of its texts.
    public static var columns: [LabelPath] { CodingKeys.allCases.compactMap { LabelPath(text: $0.stringValue) } }

    enum CodingKeys: String, CodingKey, CaseIterable {
      case 任务名称 = "年度主要任务/任务名称"
      case 主要内容 = "年度主要任务/主要内容"
    }
  }

  /// One indicator. The first two levels stand in the first row of their group only; see `inherited`.
  public struct Indicator: FormRowModel {
    /// What the row is.
    public var kind: RowKind
    /// Which row it is; empty where it has no key.
    public var key: String
    /// What its blank cells take from the cell above, by label path.
    public var inherited: [String: String]?
    /// The first level.
    public var 一级指标: String?
    /// The second level.
    public var 二级指标: String?
    /// The indicator.
    public var 三级指标: String?
    /// Its target.
    public var 指标值: String?
    /// What the target means.
    public var 指标值说明: String?

    /// Creates a row without values.
    public init(kind: RowKind = .indicator, key: String = "") {
      self.kind = kind
      self.key = key
    }

    /// The label paths of its columns, in the order of the form.
    public static var columns: [LabelPath] { columns(CodingKeys.allCases) }

    enum CodingKeys: String, CodingKey, CaseIterable {
      case kind
      case key
      case inherited
      case 一级指标
      case 二级指标
      case 三级指标
      case 指标值
      case 指标值说明
    }
  }
}
