import BudgetSheets
import Testing

/// The typed models against the definitions that they stand for.
@Suite struct TypedModelsDefinitionTests {
  private typealias Expenditure = ExpenditureForm.Row
  private typealias Performance = DepartmentPerformanceForm

  /// The columns of the rows of each form, as the models have them.
  private static let columns: [String: [LabelPath]] = [
    "01": RevenueLine.columns + BalanceForm.Expenditure.columns,
    "02": RevenueForm.Row.columns,
    "03": Expenditure.columns,
    "04": RevenueLine.columns + AppropriationForm.Expenditure.columns,
    "05": Expenditure.columns,
    "06": BasicExpenditureForm.Row.columns,
    "07": EconomicClassificationForm.Row.columns,
    "08": ThreePublicExpensesForm.Row.columns,
    "09": Expenditure.columns,
    "10": Expenditure.columns,
    "11": ProjectExpenditureForm.Row.columns,
    "12": Performance.Indicator.columns,
    "13": ProjectPerformanceForm.Row.columns,
  ]

  @Test func everyColumnIsAPropertyAndNothingElseIs() throws {
    let set = try TemplateLibrary.embedded.set(named: "luoyang-2023")
    #expect(set.unit == .万元)
    #expect(set.forms.map(\.form) == Self.columns.keys.sorted())
    for form in set.forms {
      var leaves = form.leaves
      for case .table(let table) in form.blocks { leaves += table.columns.flatMap(\.leaves) }
      #expect(Self.columns[form.form] == leaves.map(\.path), "form \(form.form)")
    }
  }

  @Test func everyFieldIsAProperty() throws {
    let form = try #require(try TemplateLibrary.embedded.set(named: "luoyang-2023").form("12"))
    var fields: [LabelPath] = []
    var items: [LabelPath] = []
    for block in form.blocks {
      switch block {
      case .field(let field): fields.append(field.path)
      case .amounts(let amounts): fields += amounts.rows.map(\.path)
      case .list(let list): items += list.columns.flatMap(\.leaves).map(\.path)
      case .table: break
      }
    }
    #expect(Performance.fields == fields)
    #expect(Performance.Task.columns == items)
    // The fields, the title, the notes, the tasks and the indicators.
    #expect(Mirror(reflecting: Performance()).children.count == fields.count + 4)
    #expect(Mirror(reflecting: Performance.Task()).children.count == items.count)
  }

  @Test func panesAreProperties() throws {
    let set = try TemplateLibrary.embedded.set(named: "luoyang-2023")
    #expect(set.form("01")?.panes.map(\.name) == ["收入", "支出"])
    #expect(set.form("04")?.panes.map(\.name) == ["收入", "支出"])
    let labels = Mirror(reflecting: BalanceForm()).children.compactMap(\.label)
    #expect(labels == ["title", "收入", "支出", "notes"])
    #expect(Mirror(reflecting: AppropriationForm()).children.compactMap(\.label) == labels)
  }

  @Test func noPropertyGoesUncoded() {
    func check<Row: FormRowModel>(_ row: Row) {
      #expect(Mirror(reflecting: row).children.count == Row.columns.count + 3, "\(Row.self)")
    }
    check(RevenueLine())
    check(BalanceForm.Expenditure())
    check(RevenueForm.Row())
    check(ExpenditureForm.Row())
    check(AppropriationForm.Expenditure())
    check(BasicExpenditureForm.Row())
    check(EconomicClassificationForm.Row())
    check(ThreePublicExpensesForm.Row())
    check(ProjectExpenditureForm.Row())
    check(Performance.Indicator())
    check(ProjectPerformanceForm.Row())
    // The set, the year, the department and thirteen forms.
    #expect(Mirror(reflecting: BudgetBook(year: "2023", department: "局")).children.count == 16)
  }
}
