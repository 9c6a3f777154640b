// The properties bear the words of the labels.
// swift-format-ignore-file: IdentifiersMustBeASCII

/// Form 13: the performance targets of the projects (部门预算项目绩效目标表).
public struct ProjectPerformanceForm: FormModel {
  /// The title as printed.
  public var title: String?
  /// The rows, in the order of the sheet.
  public var rows: [Row] = []
  /// The lines of text below the form.
  public var notes: [String] = []

  /// Creates an empty form.
  public init() {}

  /// One line: the total, a unit, a project, or further indicators of the project above.
  public struct Row: FormRowModel {
    /// What the row is.
    public var kind: RowKind
    /// Which row it is; empty where it has no key.
    public var key: String
    /// What its blank cells take from the cell above, by label path.
    public var inherited: [String: String]?
    /// The code of the unit, or the 20 digits of the project.
    public var 编码: String?
    /// The name of the unit or project.
    public var 名称: String?
    /// The project in all.
    public var 资金总额: Amount?
    /// Money of the government budget.
    public var 政府预算资金: Amount?
    /// Money managed in special fiscal accounts.
    public var 财政专户管理资金: Amount?
    /// The unit's own money.
    public var 单位资金: Amount?
    /// Cost: the indicator.
    public var 成本指标: String?
    /// Cost: its target.
    public var 成本指标值: String?
    /// Output: the indicator.
    public var 产出指标: String?
    /// Output: its target.
    public var 产出指标值: String?
    /// Benefit: the indicator.
    public var 效益指标: String?
    /// Benefit: its target.
    public var 效益指标值: String?
    /// Satisfaction: the indicator.
    public var 满意度指标: String?
    /// Satisfaction: its target.
    public var 满意度指标值: String?

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
      case 编码 = "单位编码（项目编码）"
      case 名称 = "项目单位（项目名称）"
      case 资金总额 = "项目金额（万元）/资金总额"
      case 政府预算资金 = "项目金额（万元）/政府预算资金"
      case 财政专户管理资金 = "项目金额（万元）/财政专户管理资金"
      case 单位资金 = "项目金额（万元）/单位资金"
      case 成本指标 = "绩效目标/成本指标/三级指标"
      case 成本指标值 = "绩效目标/成本指标/指标值"
      case 产出指标 = "绩效目标/产出指标/三级指标"
      case 产出指标值 = "绩效目标/产出指标/指标值"
      case 效益指标 = "绩效目标/效益指标/三级指标"
      case 效益指标值 = "绩效目标/效益指标/指标值"
      case 满意度指标 = "绩效目标/满意度指标/三级指标"
      case 满意度指标值 = "绩效目标/满意度指标/指标值"
    }
  }
}
