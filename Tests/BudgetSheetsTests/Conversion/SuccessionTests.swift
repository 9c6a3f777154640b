import Testing

@testable import BudgetSheets

/// Mappings that are wrong: each with its place and what to do.
@Suite struct SuccessionTests {
  /// The mistake of a mapping of form 2, whose lines begin in line 5.
  private func mistake(_ lines: String) -> String? {
    error(
      "from: old\nforms:\n  - form: \"2\"\n    succeeds: \"2\"\n"
        + lines.split(separator: "\n").map { "    " + $0 + "\n" }.joined())
  }

  private func error(_ mapping: String) -> String? {
    do {
      _ = try SmallSets.converter(mapping)
      return nil
    } catch let error as DefinitionError {
      return error.line(in: .english)
    } catch {
      return "\(error)"
    }
  }

  @Test func wholeMappingsAreRight() {
    #expect(error(SmallSets.whole) == nil)
  }

  @Test func unknownKeysAreToldWithWhatIsMeant() {
    #expect(mistake("colums: {}") == "new/from-old.yaml:5:5: unknown key “colums”; did you mean “columns”?")
    #expect(
      mistake("columns: {财政拨款: {sums: [拨款]}}") == "new/from-old.yaml:5:22: unknown key “sums”; did you mean “sum”?")
    #expect(error("from: old\nform: []") == "new/from-old.yaml:2:1: unknown key “form”; did you mean “forms”?")
  }

  @Test func unknownLabelsAreToldOnEitherSide() {
    #expect(
      mistake("columns: {财政拔款: 拨款}") == "new/from-old.yaml:5:15: there is no “财政拔款” here; did you mean “财政拨款”?")
    #expect(
      mistake("columns: {财政拨款: 拔款}") == "new/from-old.yaml:5:21: there is no “拔款” here; did you mean “拨款”?")
    #expect(
      mistake("dropped: {columns: {说朋: 不用}}") == "new/from-old.yaml:5:25: there is no “说朋” here; did you mean “说明”?")
    #expect(
      error("from: old\nforms:\n  - {form: \"2\", succeeds: \"7\"}")?.hasPrefix(
        "new/from-old.yaml:3:27: there is no “7” here")
        == true)
    #expect(
      error("from: old\nforms:\n  - {form: \"7\", succeeds: \"2\"}")?.hasPrefix(
        "new/from-old.yaml:3:12: there is no “7” here")
        == true)
  }

  @Test func aTargetHasOneLine() {
    // The same column, written in two ways.
    #expect(mistake("columns: {财政拨款: 拨款, 财政 拨款: 其他}") == "new/from-old.yaml:5:25: “财政 拨款” stands twice")
    #expect(
      error("from: old\nforms:\n  - {form: \"2\", succeeds: \"2\"}\n  - {form: \"2\", succeeds: \"1\"}")
        == "new/from-old.yaml:4:5: “2” stands twice")
  }

  @Test func nothingIsCountedTwice() {
    #expect(
      mistake("columns: {财政拨款: 拨款, 单位资金: 拨款}")
        == "new/from-old.yaml:5:31: “拨款” has a successor already; its amounts would count twice")
    #expect(
      mistake("columns: {财政拨款: {sum: [拨款, 拨款]}}")
        == "new/from-old.yaml:5:32: “拨款” has a successor already; its amounts would count twice")
    #expect(
      error("from: old\nforms:\n  - {form: \"1\", succeeds: \"2\"}\n  - {form: \"2\", succeeds: \"2\"}")
        == "new/from-old.yaml:4:27: “2” has a successor already; its amounts would count twice")
    // A total is no input: it may stand in two places.
    #expect(mistake("columns: {总计: 合计, 财政拨款: 拨款, 单位资金: 其他}") == nil)
  }

  @Test func aWholeAndItsPartsAreNotAddedUp() throws {
    #expect(
      mistake("columns: {财政拨款: {sum: [其他, 合计]}}")
        == "new/from-old.yaml:5:32: “合计” holds “其他” already; together it would count twice. Name one of them")
    let form = "from: old\nforms:\n  - form: \"1\"\n    succeeds: \"1\"\n"
    #expect(
      error(form + "    columns: {甲项: {row: [共计, 乙费/子费一]}}\n")
        == "new/from-old.yaml:5:26: “共计” holds “乙费/子费一” already; together it would count twice. Name one of them")
    // What stands below a heading is added up without its sums.
    let converter = try SmallSets.backwards(
      "from: new\nforms:\n  - {form: \"2\", succeeds: \"1\", columns: {拨款: {sum: [乙项/*]}}}\n")
    let row = FormRow(
      kind: .detail, key: "",
      cells: [
        ["乙项", "小计"]: SmallSets.amount("5"), ["乙项", "一"]: SmallSets.amount("2"), ["乙项", "二"]: SmallSets.amount("3"),
      ])
    let book = Book(
      set: "new", year: "2030", department: "某局", forms: [FormData(form: "1", unit: .万元, rows: [row])])
    let rows = try #require(converter.convert(book).book.form("2")).rows
    #expect(rows.last?.amount(["拨款"]) == Amount(decimal: "5", unit: .万元))
  }

  @Test func moneyAndTextsDoNotMix() {
    #expect(mistake("columns: {财政拨款: 说明}") == "new/from-old.yaml:5:21: of “财政拨款” and “说明” one is money, the other text")
    #expect(
      mistake("columns: {名称: {join: [名称, 合计]}}")
        == "new/from-old.yaml:5:31: of “名称” and “合计” one is money, the other text")
    #expect(
      mistake("columns: {财政拨款: {join: [名称]}}") == "new/from-old.yaml:5:28: expected a column or field of texts here")
  }

  @Test func aReasonIsNeeded() {
    #expect(mistake("dropped: {columns: {说明: \"\"}}") == "new/from-old.yaml:5:29: expected a reason here")
  }

  @Test func whatIsContainedMustBeKeptInSomethingThatGoesOver() {
    #expect(
      mistake("columns: {财政拨款: 拨款}\ncontained: {columns: {其他: [合计]}}\ndropped: {columns: {说明: 不用}}")
        == "new/from-old.yaml:6:27: “其他” has no successor itself, so that nothing is kept in it")
    #expect(
      mistake("contained: {columns: {其他: [合计], 合计: [其他]}}")?.contains("the sums go round in a circle") == true)
    #expect(
      mistake("columns: {财政拨款: 拨款}\ncontained: {columns: {拨款: [拨款, 其他]}}") == nil)
  }

  @Test func aSetIsNotItsOwnPredecessor() {
    #expect(
      error("from: new\nforms: []") == "new/from-old.yaml:1:7: “new” is this form set itself, and cannot succeed itself"
    )
  }

  @Test func aSetOfWhichNothingIsSaidCannotBeConverted() throws {
    let (old, new) = (try SmallSets.old(), try SmallSets.new(nil))
    #expect(!BookConverter.isPossible(from: old, to: new) && BookConverter.isPossible(from: old, to: old))
    #expect(throws: DefinitionError(file: "new/set.yaml", problem: .successionMissing("old"))) {
      try BookConverter(from: old, to: new)
    }
  }

  @Test func rowsAreNamedWithTheColumnWhereThereAreSeveral() {
    let form = "from: old\nforms:\n  - form: \"1\"\n    succeeds: \"1\"\n"
    #expect(
      error(form + "    columns: {甲项: {row: 丙费}}\n")?.hasPrefix("new/from-old.yaml:5:25: there is no “丙费” here") == true
    )
    #expect(
      error(form + "    columns: {甲项: {row: 甲费, column: 项目}}\n")?.contains("one is money, the other text") == true)
    #expect(
      error(form + "    columns: {甲项: {column: 预算数}}\n")
        == "new/from-old.yaml:5:28: “column” does not go with “columns”")
  }

  @Test func lintJudgesAgainstTheOlderSetOnlyWhereItIsAtHand() throws {
    let set = try SmallSets.new(
      "from: old\nforms:\n  - {form: \"2\", succeeds: \"2\", columns: {总计: 总和}}\n  - {form: \"1\", succeeds: \"9\"}\n")
    #expect(set.lint(predecessors: []).isEmpty)
    #expect(set.lint(predecessors: [try SmallSets.old()]).map(\.line) == [3, 4])
  }

  @Test func whatIsLabelledAlikeNeedsNoLineUnlessTwoWouldDo() throws {
    let whole = try SmallSets.converter("from: old\nforms:\n  - {form: \"2\", succeeds: \"2\"}\n")
    let units = SmallSets.units([(.detail, "01", "甲", ["1", "1", ""])])
    let conversion = whole.convert(SmallSets.book([units]))
    #expect(conversion.coverage.forms["2"]?.columns == [["编码"], ["名称"]])
    #expect(conversion.left.map(\.reason) == [.noSuccessor, .noSuccessor])
    #expect(conversion.sums.map(\.difference) == [Amount(fen: -1_000_000)])
  }
}
