// The properties bear the words of the labels.
// swift-format-ignore-file: IdentifiersMustBeASCII

/// Forms 03, 05, 09 and 10: expenditure by function (部门支出预算表 and its like).
public struct ExpenditureForm: FormModel {
  /// The title as printed.
  public var title: String?
  /// The rows, in the order of the sheet.
  public var rows: [Row] = []
  /// The lines of text below the form.
  public var notes: [String] = []

  /// Creates an empty form.
  public init() {}

  /// One line: the total, the department, a unit or a functional item.
  public struct Row: FormRowModel {
    /// What the row is.
    public var kind: RowKind
    /// Which row it is; empty where it has no key.
    public var key: String
    /// What its blank cells take from the cell above, by label path.
    public var inherited: [String: String]?
    /// The functional class, as `206`.
    public var 类: String?
    /// The functional division, as `01`.
    public var 款: String?
    /// The functional item, as `01`.
    public var 项: String?
    /// The code of the department or unit.
    public var 单位代码: String?
    /// The name of the department, the unit or the functional item.
    public var 名称: String?
    /// All expenditure.
    public var 合计: Amount?
    /// Basic expenditure in all.
    public var 基本支出小计: Amount?
    /// Personnel: wages and welfare.
    public var 工资福利支出: Amount?
    /// Personnel: subsidies to persons and families.
    public var 对个人和家庭的补助: Amount?
    /// Running costs: goods and services.
    public var 商品和服务支出: Amount?
    /// Running costs: capital expenditure.
    public var 资本性支出: Amount?
    /// Project expenditure in all.
    public var 项目支出小计: Amount?
    /// Projects: other operations.
    public var 其他运转类: Amount?
    /// Projects: specific targets.
    public var 特定目标类: Amount?

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
      case 类 = "科目编码/类"
      case 款 = "科目编码/款"
      case 项 = "科目编码/项"
      case 单位代码
      case 名称 = "单位（科目名称）"
      case 合计
      case 基本支出小计 = "基本支出/小计"
      case 工资福利支出 = "基本支出/人员经费/工资福利支出"
      case 对个人和家庭的补助 = "基本支出/人员经费/对个人和家庭的补助"
      case 商品和服务支出 = "基本支出/公用经费/商品和服务支出"
      case 资本性支出 = "基本支出/公用经费/资本性支出"
      case 项目支出小计 = "项目支出/小计"
      case 其他运转类 = "项目支出/其他运转类"
      case 特定目标类 = "项目支出/特定目标类"
    }
  }
}
