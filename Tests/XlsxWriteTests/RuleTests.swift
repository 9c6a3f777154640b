import Testing
import XlsxPackage
import XlsxWrite

@Suite struct RuleTests {
  @Test(arguments: [
    (DataValidation(.list(["是", "否"])), "type=\"list\"", "<formula1>\"是,否\"</formula1>"),
    (DataValidation(.list(["5\"", "<a>"])), "type=\"list\"", "<formula1>\"5\"\",&lt;a&gt;\"</formula1>"),
    (DataValidation(.listRange("=字典!$A$1:$A$9")), "type=\"list\"", "<formula1>字典!$A$1:$A$9</formula1>"),
    (
      DataValidation(.decimal(.between(-1e9, 0.01))), "type=\"decimal\"",
      "<formula1>-1000000000</formula1><formula2>0.01</formula2>"
    ),
    (
      DataValidation(.decimal(.atLeast(0))), "type=\"decimal\" operator=\"greaterThanOrEqual\"",
      "<formula1>0</formula1></dataValidation>"
    ),
    (DataValidation(.whole(.lessThan(5))), "type=\"whole\" operator=\"lessThan\"", "<formula1>5</formula1>"),
    (DataValidation(.textLength(.equalTo(20))), "type=\"textLength\" operator=\"equal\"", "<formula1>20</formula1>"),
    (DataValidation(.custom("ISNUMBER(B3)")), "type=\"custom\"", "<formula1>ISNUMBER(B3)</formula1>"),
  ])
  func rulesAreWritten(_ validation: DataValidation, _ type: String, _ formula: String) throws {
    let sheet = try parts { try $0.addValidation(validation, to: range("B3:B9")) }.sheet()
    #expect(sheet.contains(type), "\(sheet)")
    #expect(sheet.contains(formula), "\(sheet)")
    #expect(sheet.contains("sqref=\"B3:B9\""))
  }

  @Test func hintsAreWritten() throws {
    let validation = DataValidation(
      .any, errorStyle: .warning, inputTitle: "金额", inputMessage: "单位：万元\n两位小数", errorTitle: "请核对",
      errorMessage: "不是数字", ignoresBlank: false)
    let sheet = try parts { try $0.addValidation(validation, to: range("A1")) }.sheet()
    #expect(sheet.contains("promptTitle=\"金额\" prompt=\"单位：万元&#xA;两位小数\""), "\(sheet)")
    let list = DataValidation(.list(["a"]), errorStyle: .information, errorTitle: "请核对", showsDropdown: false)
    let other = try parts { try $0.addValidation(list, to: range("A1")) }.sheet()
    #expect(other.contains("errorStyle=\"information\""), "\(other)")
    #expect(other.contains("showDropDown=\"1\""), "\(other)")
  }

  @Test(arguments: [
    DataValidation(.list([])), DataValidation(.list(["a", ""])), DataValidation(.list(["a,b"])),
    DataValidation(.list(Array(repeating: "项", count: 129))),
    DataValidation(.list(Array(repeating: "x", count: 300))),
    DataValidation(.list([String(repeating: "项", count: 256)])), DataValidation(.decimal(.atLeast(.nan))),
    DataValidation(.custom("")), DataValidation(.custom(String(repeating: "1", count: 256))),
    DataValidation(.any, inputTitle: String(repeating: "长", count: 33)),
    DataValidation(.any, errorMessage: String(repeating: "长", count: 256)),
  ])
  func impossibleRulesAreRefused(_ validation: DataValidation) {
    #expect(throws: XlsxWriteError.self) { try parts { try $0.addValidation(validation, to: range("A1")) } }
  }

  @Test func theLongestListFits() throws {
    let items = Array(repeating: "项", count: 128)
    let sheet = try parts { try $0.addValidation(DataValidation(.list(items)), to: range("A1")) }.sheet()
    #expect(sheet.contains("<formula1>\"\(items.joined(separator: ","))\"</formula1>"))
  }

  @Test func theLongestHintsFit() throws {
    let title = String(repeating: "题", count: 32)
    let message = String(repeating: "话", count: 255)
    let validation = DataValidation(
      .custom("LEN(A1)<" + String(repeating: "1", count: 247)), inputTitle: title, inputMessage: message,
      errorTitle: title, errorMessage: message)
    let sheet = try parts { try $0.addValidation(validation, to: range("A1:XFD1048576")) }.sheet()
    #expect(
      sheet.contains("errorTitle=\"\(title)\" error=\"\(message)\" promptTitle=\"\(title)\" prompt=\"\(message)\""))
  }

  @Test func rulesAreCounted() throws {
    let error = #expect(throws: XlsxWriteError.self) {
      try parts { sheet in
        for row in 1...256 {
          let place = CellReference(row: row, column: 1)
          try sheet.addValidation(DataValidation(.decimal(.atLeast(0))), to: CellRange(place, place))
        }
      }
    }
    #expect(error?.code == .tooMany)
    #expect(error?.cell == "A256")
  }

  @Test func conditionalFormatsAreWritten() throws {
    let format = CellFormat(font: CellFont(isBold: true, color: .white), fill: .red)
    let parts = try parts {
      try $0.write(number: 1, at: cell("A1"), format: format)
      try $0.addConditionalFormat(range("A1:C3"), formula: "$A1<>$B1", format: format, stopsIfTrue: true)
      try $0.addConditionalFormat(range("D1"), formula: "=TRUE", format: format)
    }
    #expect(
      parts.sheet().contains(
        "<cfRule type=\"expression\" dxfId=\"0\" priority=\"1\" stopIfTrue=\"1\"><formula>$A1&lt;&gt;$B1</formula></cfRule>"
      ), "\(parts.sheet())")
    #expect(
      parts["xl/styles.xml"].contains(
        "<dxf><font><b/><color rgb=\"FFFFFFFF\"/></font><fill><patternFill><bgColor rgb=\"FFFF0000\"/></patternFill></fill></dxf>"
      ), "\(parts["xl/styles.xml"])")
    #expect(parts["xl/styles.xml"].contains("<dxfs count=\"1\">"))
  }
}
