import Testing

@testable import BudgetSheets

/// Forms drawn as tables.
@Suite struct OutputFormTableTests {
  private static func table(_ form: String, _ name: String = "laocheng-2023") throws -> FormTable {
    let set = try OutputSample.set()
    let book = try OutputSample.book(name)
    return FormTable(
      try #require(set.form(form)), data: try #require(book.form(form)), book: book, set: set)
  }

  @Test(arguments: ["laocheng-2023", "laocheng-2023-mess-2", "laocheng-2023-mess-4", "invented-2023"])
  func cellsFillTheTableWithoutGapOrOverlap(name: String) throws {
    let set = try OutputSample.set()
    let book = try OutputSample.book(name)
    for data in book.forms {
      let table = FormTable(try #require(set.form(data.form)), data: data, book: book, set: set)
      for rows in [table.head, table.body] {
        var taken: Set<[Int]> = []
        for (index, row) in rows.enumerated() {
          for (column, cell) in row {
            for row in index..<index + cell.rows {
              for column in column..<column + cell.columns {
                #expect(row < rows.count && column < table.width, "\(data.form)")
                #expect(taken.insert([row, column]).inserted, "\(data.form)")
              }
            }
          }
        }
        #expect(taken.count == rows.count * table.width, "\(data.form)")
      }
    }
  }

  @Test func headingsStandAsATree() throws {
    let head = try Self.table("03").head
    #expect(head.count == 3)
    #expect(head[0].map(\.cell.columns) == [3, 1, 1, 1, 5, 3])
    #expect(head[0].map(\.cell.rows) == [1, 3, 3, 3, 1, 1])
    #expect(head[1].map(\.cell.columns) == [1, 1, 1, 1, 2, 2, 1, 1, 1])
  }

  @Test func closingRowsOfPanesStandSideBySide() throws {
    let body = try Self.table("01").body
    #expect(body.last?.map(\.cell.content) == [.text("收入总计"), .amount("634.34"), .text("支出总计"), .amount("634.34")])
    let first = try #require(body.first)
    #expect(first.map(\.cell.content) == [.text("一、一般公共预算"), .amount("589.34"), .text("一、一般公共服务"), .blank])
  }

  @Test func totalsAreLabelledAcrossTheirColumns() throws {
    let first = try #require(try Self.table("06").body.first)
    #expect(first.first?.cell.content == .text("合计"))
    #expect((first.first?.cell.columns ?? 0) > 1)
  }

  @Test func aPlaceFindsItsCell() throws {
    let table = try Self.table("04")
    let anchors = FormAnchors(table, index: 4)
    let path: LabelPath = ["支出", "合计"]
    let row = RowName(key: "一、本年支出/（六）科学技术支出", name: "")
    let byCell = try #require(anchors.name(of: Place(cell: try OutputSample.reference("D13"))))
    #expect(anchors.name(of: Place(row: row, path: path)) == byCell)
    // A blank cell, and one that does not tell its row.
    #expect(anchors.name(of: Place(cell: try OutputSample.reference("D12"))) != nil)
    #expect(anchors.name(of: Place(path: path)) == "form-4-r2c4")
    #expect(anchors.name(of: Place(path: ["没有"])) == nil)
  }
}
