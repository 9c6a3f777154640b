// The properties bear the words of the labels.
// swift-format-ignore-file: IdentifiersMustBeASCII

/// The thirteen forms of the 2023 set as typed models; a form that is missing from the book is nil.
///
/// In JSON an amount is exact decimal text in 万元, the unit of the set.
public struct BudgetBook: Codable, Sendable, Equatable {
  /// The name of the form set.
  public var set: String
  /// The year as printed, as `2023`.
  public var year: String
  /// The department as printed above the forms.
  public var department: String
  /// Form 01.
  public var 收支: BalanceForm?
  /// Form 02.
  public var 收入: RevenueForm?
  /// Form 03.
  public var 支出: ExpenditureForm?
  /// Form 04.
  public var 财政拨款收支: AppropriationForm?
  /// Form 05.
  public var 一般公共预算支出: ExpenditureForm?
  /// Form 06.
  public var 一般公共预算基本支出: BasicExpenditureForm?
  /// Form 07.
  public var 支出经济分类: EconomicClassificationForm?
  /// Form 08.
  public var 三公经费: ThreePublicExpensesForm?
  /// Form 09.
  public var 政府性基金支出: ExpenditureForm?
  /// Form 10.
  public var 国有资本经营支出: ExpenditureForm?
  /// Form 11.
  public var 项目支出: ProjectExpenditureForm?
  /// Form 12.
  public var 整体绩效目标: DepartmentPerformanceForm?
  /// Form 13.
  public var 项目绩效目标: ProjectPerformanceForm?

  /// Creates a book without forms.
  public init(set: String = "luoyang-2023", year: String, department: String) {
    self.set = set
    self.year = year
    self.department = department
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case set
    case year
    case department
    case 收支 = "01"
    case 收入 = "02"
    case 支出 = "03"
    case 财政拨款收支 = "04"
    case 一般公共预算支出 = "05"
    case 一般公共预算基本支出 = "06"
    case 支出经济分类 = "07"
    case 三公经费 = "08"
    case 政府性基金支出 = "09"
    case 国有资本经营支出 = "10"
    case 项目支出 = "11"
    case 整体绩效目标 = "12"
    case 项目绩效目标 = "13"
  }
}
