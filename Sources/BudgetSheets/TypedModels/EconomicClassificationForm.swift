// The properties bear the words of the labels.
// swift-format-ignore-file: IdentifiersMustBeASCII

/// Form 07: all expenditure by economic classification (支出经济分类汇总表).
public struct EconomicClassificationForm: FormModel {
  /// The title as printed.
  public var title: String?
  /// The rows, in the order of the sheet.
  public var rows: [Row] = []
  /// The lines of text below the form.
  public var notes: [String] = []

  /// Creates an empty form.
  public init() {}

  /// One line: the total, the department or a pair of items.
  public struct Row: FormRowModel {
    /// What the row is.
    public var kind: RowKind
    /// Which row it is; empty where it has no key.
    public var key: String
    /// What its blank cells take from the cell above, by label path.
    public var inherited: [String: String]?
    /// The class in the department's classification; in the department's row its code.
    public var 部门类: String?
    /// The division in the department's classification.
    public var 部门款: String?
    /// The name in the department's classification.
    public var 部门科目名称: String?
    /// The class in the government's classification.
    public var 政府类: String?
    /// The division in the government's classification.
    public var 政府款: String?
    /// The name in the government's classification.
    public var 政府科目名称: String?
    /// Expenditure in all.
    public var 总计: Amount?
    /// The general public budget.
    public var 一般公共预算小计: Amount?
    /// Fiscal appropriation within the general public budget.
    public var 其中财政拨款: Amount?
    /// Government funds.
    public var 政府性基金: Amount?
    /// The budget of state capital.
    public var 国有资本经营预算: Amount?
    /// Carried over.
    public var 上年结转结余: Amount?
    /// Money managed in special fiscal accounts.
    public var 财政专户管理资金收入: Amount?
    /// Income from public services.
    public var 事业收入: Amount?
    /// Subsidies from above.
    public var 上级补助收入: Amount?
    /// Payments from subordinate units.
    public var 附属单位上缴收入: Amount?
    /// Business income of public institutions.
    public var 事业单位经营收入: Amount?
    /// Other income.
    public var 其他收入: Amount?

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
      case 部门类 = "部门预算经济分类/类"
      case 部门款 = "部门预算经济分类/款"
      case 部门科目名称 = "部门预算经济分类/科目名称"
      case 政府类 = "政府预算经济分类/类"
      case 政府款 = "政府预算经济分类/款"
      case 政府科目名称 = "政府预算经济分类/科目名称"
      case 总计
      case 一般公共预算小计 = "一般公共预算/小计"
      case 其中财政拨款 = "一般公共预算/其中：财政拨款"
      case 政府性基金
      case 国有资本经营预算
      case 上年结转结余
      case 财政专户管理资金收入
      case 事业收入
      case 上级补助收入
      case 附属单位上缴收入
      case 事业单位经营收入
      case 其他收入
    }
  }
}
