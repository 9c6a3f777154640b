import BudgetSheets
import Testing
import XlsxPackage

/// Books as CSV.
@Suite struct ExchangeBookCSVTests {
  @Test func everyValueHasItsLine() throws {
    let set = try ExchangePublishedBook.set()
    let book = try ExchangePublishedBook.book()
    let lines = book.csv(in: set).split(separator: "\r\n")
    let head = "laocheng-2023.xlsx,luoyang-2023,2023,洛阳市老城区科技和工业信息化局"
    #expect(lines.contains("\(head),03,预算03表,3,detail,206/01/01,基本支出/小计,,199.91,"))
    #expect(lines.contains("\(head),06,预算06表,6,detail,30102#2,部门预算支出经济分类科目/科目名称,,津贴补贴,"))
    #expect(lines.contains("\(head),12,预算12表,,,,预算情况/资金结构/（2）项目支出,,343.30,"))
    #expect(lines.contains("\(head),01,预算01表,46,fixed,支出总计,支出/金额,,634.34,"))
    let values = book.forms.map { form in
      (form.rows.flatMap(\.cells.values) + form.fields.values).count { $0.value != nil }
    }
    #expect(lines.count == values.reduce(0, +))
  }

  @Test func theHeadingTellsExcelThatItIsUTF8() {
    #expect(Array(Book.csvHeading.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(
      Book.csvHeading.dropFirst() == "file,set,year,department,form,sheet,row,kind,key,column,cell,value,raw\r\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+x", "'+x"), ("-5", "'-5"), ("@a", "'@a"), ("＝1", "'＝1"), ("a,b", "\"a,b\""),
    ("=\"a\"", "\"'=\"\"a\"\"\""), ("a\nb", "\"a\nb\""), ("\ta", "'\ta"), ("a=b", "a=b"),
  ])
  func textsAreNeverFormulas(text: String, field: String) throws {
    let set = try ExchangePublishedBook.set()
    var book = Book(set: set.name, year: "2023", department: "局")
    var row = FormRow(kind: .total, key: "")
    row.cells[LabelPath(["单位（科目名称）"])] = FormCell(reference: CellReference("E7"), value: .text(text))
    book.forms = [FormData(form: "03", unit: .万元, rows: [row])]
    #expect(book.csv(in: set) == ",luoyang-2023,2023,局,03,,1,total,,单位（科目名称）,E7,\(field),\r\n")
  }

  @Test func amountsStayNumbers() throws {
    let set = try ExchangePublishedBook.set()
    var book = Book(set: set.name, year: "2023", department: "局")
    var row = FormRow(kind: .total, key: "")
    row.cells[LabelPath(["合计"])] = FormCell(value: .amount(Amount(fen: -45_000_000)), raw: "-45")
    row.cells[LabelPath(["基本支出", "小计"])] = FormCell(value: nil, raw: "=?")
    book.forms = [FormData(form: "03", unit: .万元, rows: [row])]
    #expect(
      book.csv(in: set) == ",luoyang-2023,2023,局,03,,1,total,,合计,,-45.00,-45\r\n"
        + ",luoyang-2023,2023,局,03,,1,total,,基本支出/小计,,,'=?\r\n")
  }
}
