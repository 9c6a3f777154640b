/// The rules as they were derived from the structure of the forms, each with the number of its checks on the budget
/// published for 2023, and what they are here.
enum RuleTable {
  /// One rule of the derivation.
  struct Row: CustomStringConvertible {
    /// Its number there; nil for a rule that only stands here.
    var number: String?
    /// How often it is judged on the published budget there.
    var derived: Int
    /// The identities in reports, with how often each is judged here.
    var rules: [(rule: String, count: Int)]
    /// Why the counts differ.
    var reason: String?

    init(_ number: String?, _ derived: Int, _ rules: [(String, Int)], _ reason: String? = nil) {
      self.number = number
      self.derived = derived
      self.rules = rules
      self.reason = reason
    }

    /// A rule that counts the same.
    init(_ number: String, _ count: Int, _ rule: String? = nil) {
      self.init(number, count, [(rule ?? number, count)])
    }

    var description: String { number ?? rules.map(\.rule).joined(separator: " ") }
  }

  static let rows: [Row] = insideForms + betweenForms + added

  private static let noUnits = "the details stand right below the department, so there is no unit to add up"

  private static let insideForms: [Row] = [
    Row("R01-1", 1, "01:收入：本年收入合计"), Row("R01-2", 1, "01:收入：一、一般公共预算/其中：财政拨款≤"),
    Row("R01-3", 1, "01:收入：收入总计"), Row("R01-4", 1, "01:支出：本年支出合计"), Row("R01-5", 1, "01:支出：支出总计"),
    Row("R01-6", 1),
    Row("R02-1", 3, "02:总计"), Row("R02-2", 3, "02:本年收入/合计"), Row("R02-3", 3, "02:本年收入/一般公共预算/其中：财政拨款≤"),
    Row("R02-4", 3, "02:上年结转结余/合计"), Row("R02-5", 18, "02:Σ合计"), Row("R02-6", 18, "02:Σ部门"),
    Row("R03-1", 10, "03:合计"), Row("R03-2", 10, "03:基本支出/小计"), Row("R03-3", 10, "03:项目支出/小计"),
    Row("R03-4", 9, "03:Σ合计"), Row("R03-5", 9, [("03:Σ部门", 9), ("03:Σ单位", 0)], noUnits),
    Row("R05-1", 10, "05:合计"), Row("R05-2", 10, "05:基本支出/小计"), Row("R05-3", 10, "05:项目支出/小计"),
    Row("R05-4", 9, "05:Σ合计"), Row("R05-5", 9, [("05:Σ部门", 9), ("05:Σ单位", 0)], noUnits),
    Row("R09-1", 1, "09:合计"), Row("R09-2", 1, "09:基本支出/小计"), Row("R09-3", 1, "09:项目支出/小计"),
    Row("R10-1", 1, "10:合计"), Row("R10-2", 1, "10:基本支出/小计"), Row("R10-3", 1, "10:项目支出/小计"),
    Row("R04-1", 1, "04:收入：一、本年收入"), Row("R04-2", 1, "04:收入：二、上年结转"), Row("R04-3", 1, "04:收入：收入合计"),
    Row("R04-4", 1, "04:收入：一、本年收入/（一）一般公共预算拨款/其中：财政拨款≤"), Row("R04-5", 5, "04:支出：一、本年支出"),
    Row("R04-6", 5, "04:支出：支出合计"), Row("R04-7", 33, "04:支出/合计"), Row("R04-8", 33, "04:支出/一般公共预算/其中：财政拨款≤"),
    Row("R04-9", 1), Row("R04-10", 1), Row("R04-11", 1), Row("R04-12", 1),
    Row("R06-1", 17, "06:本年一般公共预算基本支出/合计"), Row("R06-2", 3, "06:Σ合计"),
    Row("R06-3", 16, [("R06-3", 11), ("R06-3b", 5)]),
    Row("R07-1", 18, "07:总计"), Row("R07-2", 18, "07:一般公共预算/其中：财政拨款≤"), Row("R07-3", 12, "07:Σ合计"),
    Row("R07-4", 12, "07:Σ部门"),
    Row("R08-1", 0, "08:“三公”经费合计"), Row("R08-2", 0, "08:公务用车购置及运行费/小计"),
    Row("R08-3", 3, [("R08-note", 1), ("R09-note", 1), ("R10-note", 1)]),
    Row("R08-4", 3, [("R08-empty", 1), ("R09-empty", 1), ("R10-empty", 1)]),
    Row("R11-1", 9, "11:合计"), Row("R11-2", 9, "11:Σ合计"), Row("R11-3", 9, "11:Σ部门"),
    Row("R12-1", 1, "12:预算情况/部门预算总额（万元）"), Row("R12-2", 1),
    Row("R13-1", 9, "13:项目金额（万元）/资金总额"), Row("R13-2", 4, [("13:Σ合计", 4), ("13:Σ部门", 0)], "no department row"),
    Row("R13-3", 4, "13:Σ单位"),
  ]

  private static let betweenForms: [Row] = [
    Row("X01", 1), Row("X02", 1), Row("X03", 9), Row("X03b", 1), Row("X04", 1), Row("X05", 1), Row("X06", 30),
    Row("X06b", 1, [("X06b", 5)], "once for each class that stands in form 03"),
    Row("X07", 1), Row("X08", 3), Row("X09", 1), Row("X10", 30), Row("X11", 1), Row("X11b", 1), Row("X08b", 1),
    Row("X12c", 30), Row("X12", 1), Row("X12b", 1), Row("X13", 1), Row("X14", 72), Row("X15", 1), Row("X15b", 1),
    Row("X15c", 1), Row("X16", 4),
    Row("X17", 16, [("X17", 15)], "once for each 款: two of the sixteen rows have 30102"),
    Row("X18", 1), Row("X18b", 1), Row("X19", 1), Row("X19b", 1), Row("X19c", 1), Row("X19d", 8), Row("X20", 4),
    Row("X21", 1), Row("X21b", 2),
    Row("X22a", 1, [("X22a", 14)], "once for each project of either form"),
    Row("X22", 7), Row("X23", 7),
    Row("X23b", 7, [("X23b", 14)], "two comparisons for each of the seven projects"),
    Row("X22t", 1), Row("X24", 1), Row("X24b", 1), Row("X24c", 1), Row("X24d", 1), Row("X25", 3), Row("X25b", 1),
    Row("X26", 1), Row("X27a", 1), Row("X27b", 1), Row("X27c", 1), Row("X27d", 1), Row("X28", 1), Row("X29", 1),
    Row("X30", 1, [("X30", 16)], "once for each row"), Row("X30b", 1, [("X30b", 16)], "once for each row"),
    Row("X17b", 15),
  ]

  /// What the forms imply, or what is looked for, beyond the derivation.
  private static let added: [Row] = [
    Row(nil, 0, [("09:Σ合计", 9), ("09:Σ部门", 0), ("09:Σ单位", 0)], "the empty form has only its total"),
    Row(nil, 0, [("10:Σ合计", 9), ("10:Σ部门", 0), ("10:Σ单位", 0)], "the empty form has only its total"),
    Row(nil, 0, [("R03-repeated", 8)], "once for each row of details with an amount"),
    Row(nil, 0, [("R05-repeated", 8)], "once for each row of details with an amount"),
    Row(nil, 0, [("R06-repeated", 16)], "once for each row of details with an amount"),
    Row(nil, 0, [("R07-repeated", 16)], "once for each row of details with an amount"),
    Row(nil, 0, [("R11-repeated", 7)], "once for each row of details with an amount"),
    Row(nil, 0, [("R13-repeated", 7)], "once for each row of details with an amount"),
    Row(nil, 0, [("X31", 3)], "once for each kind of money"),
    Row(nil, 0, [("X32", 0)], "once for each unit that stands in both forms"),
    Row(nil, 0, [("X33", 12)], "once for each row of a department or unit, and for each project"),
  ]
}
