// The properties bear the words of the labels.
// swift-format-ignore-file: IdentifiersMustBeASCII

/// Form 06: basic expenditure by economic classification (一般公共预算基本支出预算表).
public struct BasicExpenditureForm: FormModel {
  /// The title as printed.
  public var title: String?
  /// The rows, in the order of the sheet.
  public var rows: [Row] = []
  /// The lines of text below the form.
  public var notes: [String] = []

  /// Creates an empty form.
  public init() {}

  /// One line: the total or an item.
  public struct Row: FormRowModel {
    /// What the row is.
    public var kind: RowKind
    /// Which row it is; empty where it has no key.
    public var key: String
    /// What its blank cells take from the cell above, by label path.
    public var inherited: [String: String]?
    /// The code in the department's classification; blank where it repeats the one above.
    public var 部门科目编码: String?
    /// The name in the department's classification.
    public var 部门科目名称: String?
    /// The code in the government's classification.
    public var 政府科目编码: String?
    /// The name in the government's classification.
    public var 政府科目名称: String?
    /// Basic expenditure of the year.
    public var 合计: Amount?
    /// Personnel.
    public var 人员经费: Amount?
    /// Running costs.
    public var 公用经费: Amount?

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
      case 部门科目编码 = "部门预算支出经济分类科目/科目编码"
      case 部门科目名称 = "部门预算支出经济分类科目/科目名称"
      case 政府科目编码 = "政府预算支出经济分类科目/科目编码"
      case 政府科目名称 = "政府预算支出经济分类科目/科目名称"
      case 合计 = "本年一般公共预算基本支出/合计"
      case 人员经费 = "本年一般公共预算基本支出/人员经费"
      case 公用经费 = "本年一般公共预算基本支出/公用经费"
    }
  }
}
