import Testing
import XlsxRead

@Suite struct FormulaTests {
  // The formula stands in B2; what Excel shows in C4 after filling it to there.
  @Test(arguments: [
    ("A1+$A$1+A$1+$A1", "B3+$A$1+B$1+$A3"),
    ("SUM(A1:A3)", "SUM(B3:B5)"),
    ("SUM(A:A,$C:D,1:1,$2:3)", "SUM(B:B,$C:E,3:3,$2:5)"),
    ("LOG10(A1)+ATAN2(A1,1)", "LOG10(B3)+ATAN2(B3,1)"),
    ("'A1 表'!A1+Sheet1!A1+收支!$B1", "'A1 表'!B3+Sheet1!B3+收支!$B3"),
    ("\"A1 \"\"B2\"\"\"&A1", "\"A1 \"\"B2\"\"\"&B3"),
    ("Table1[[#This Row],[A1]]*A1", "Table1[[#This Row],[A1]]*B3"),
    ("A1.5+Rate_A1+1E5+A1", "A1.5+Rate_A1+1E5+B3"),
    ("IF(A1=\"\",0,ROUND(A1/12,2))", "IF(B3=\"\",0,ROUND(B3/12,2))"),
    ("[1]Sheet1!A1", "[1]Sheet1!B3"),
    ("SUM(Jan:Dec!A1,Jan!A:A)", "SUM(Jan:Dec!B3,Jan!B:B)"),
  ]) func sharedFormulasShift(_ pair: (written: String, shifted: String)) throws {
    let written = pair.written.replacing("&", with: "&amp;")
    let cells = try WorkbookBuilder(
      rows: """
        <row r='2'><c r='B2'><f t='shared' ref='B2:C4' si='0'>\(written)</f><v>1</v></c></row>\
        <row r='4'><c r='C4'><f t='shared' si='0'/><v>2</v></c></row>
        """
    ).cells()
    #expect(cells.map(\.formula) == [pair.written, pair.shifted])
    #expect(cells.map(\.formulaKind) == [.shared, .shared])
  }

  @Test func sharedReferencesWrapAroundTheEdges() throws {
    let cells = try WorkbookBuilder(
      rows: """
        <row r='2'><c r='B2'><f t='shared' si='0'>A1</f></c></row><row r='3'><c r='A3'><f t='shared' si='0'/></c></row>
        """
    ).cells()
    #expect(cells.map(\.formula) == ["A1", "XFD2"])
  }

  /// Excel shows the formula of an array in each of its cells.
  @Test(arguments: ["'", "\""]) func arrayFormulasStandInEveryCell(_ quote: String) throws {
    let rows = """
      <row r='1'><c r='A1'><v>1</v></c><c r='B1'><f t='array' ref='B1:C2'>A1:A2*2</f><v>1</v></c><c r='C1'><v>1</v></c></row>\
      <row r='2'><c r='A2'/><c r='B2'><v>1</v></c><c r='C2'><f>9</f><v>1</v></c><c r='D2'><v>4</v></c></row>\
      <row r='3'><c r='B3'><v>1</v></c><c r='C3'><f t='array' ref='C3'>SUM(A1:A2*2)</f><v>1</v></c></row>
      """
    let cells = try WorkbookBuilder(rows: rows.replacing("'", with: quote)).cells()
    let array = "A1:A2*2"
    #expect(cells.map(\.formula) == [nil, array, array, nil, array, "9", nil, nil, "SUM(A1:A2*2)"])
    #expect(
      cells.map(\.formulaKind) == [nil, .array, .array, nil, .array, .normal, nil, nil, .array])
  }

  @Test func manyWideArraysAreBounded() {
    let row = (1...2000).map { "<row r='\($0)'><c r='A\($0)'><f t='array' ref='A\($0):XFD\($0)'>1</f></c></row>" }
    let error = failure { try WorkbookBuilder(rows: row.joined()).cells() }
    #expect(error?.code == .overLimit)
    #expect(error?.message.contains("shared formulas take more than") == true)
  }

  @Test func kindsOfFormulas() throws {
    let cells = try WorkbookBuilder(
      rows: """
        <row r='1'><c r='A1'><f>B1&amp;"x"</f><v>1</v></c><c r='B1'><f t='array' ref='B1:B2'>A1:A2*2</f><v>1</v></c>\
        <c r='C1'><f t='dataTable' ref='C1:C2' dt2D='0' r1='A1'/><v>1</v></c><c r='D1'><v>1</v></c>\
        <c r='E1'><f t='shared' si='7'/><v>1</v></c></row>
        """
    ).cells()
    #expect(cells.map(\.formula) == ["B1&\"x\"", "A1:A2*2", nil, nil, nil])
    #expect(cells.map(\.formulaKind) == [.normal, .array, .dataTable, nil, .shared])
    #expect(cells.map(\.hasFormula) == [true, true, true, false, true])
  }
}
