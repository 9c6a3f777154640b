import Testing
import XlsxPackage
import XlsxRead

/// Data validations (ECMA-376 18.3.1.32, and [MS-XLSX] 2.6.1 for those in the extension list).
@Suite struct DataValidationTests {
  func validations(_ builder: WorkbookBuilder) throws -> [ValidationRule] {
    let sheet = try builder.open().worksheets[0]
    let rows = try sheet.rowReader()
    while try rows.next() != nil {}
    let layout = try sheet.layout()
    #expect(try rows.layout == layout)
    return layout.validations
  }

  static let usual = WorkbookBuilder(
    after: """
      <dataValidations count="2">\
      <dataValidation type="list" errorStyle="warning" allowBlank="1" showDropDown="1" showInputMessage="1" \
      showErrorMessage="1" errorTitle="错" error="第一行_x000a_第二行" promptTitle="提示" \
      prompt="请选 &lt;一项&gt;" sqref="B2:B9 D4 F:F">\
      <formula1>"是, 否 ,&quot;&quot;其他&quot;&quot;"</formula1></dataValidation>\
      <dataValidation type="whole" operator="notBetween" sqref="C2"><formula1>1</formula1><formula2>$A$1&lt;2</formula2>\
      </dataValidation></dataValidations>
      """)

  func check(_ builder: WorkbookBuilder) throws {
    let found = try validations(builder)
    try #require(found.count == 2)
    #expect(found[0].ranges.map { "\($0)" } == ["B2:B9", "D4", "F1:F1048576"])
    #expect(found[0].kind == .list && found[0].errorStyle == .warning)
    #expect(found[0].allowsBlank && found[0].hidesDropDown && found[0].showsPrompt && found[0].showsError)
    #expect(found[0].promptTitle == "提示" && found[0].prompt == "请选 <一项>")
    #expect(found[0].errorTitle == "错" && found[0].error == "第一行\n第二行")
    #expect(found[0].formula1 == #""是, 否 ,""其他""""#)
    #expect(found[0].listItems == ["是", "否", "\"其他\""])
    #expect(found[1].kind == .wholeNumber && found[1].comparison == .notBetween)
    #expect(found[1].formula1 == "1" && found[1].formula2 == "$A$1<2")
    #expect(found[1].listItems == nil)
    let layout = try builder.open().worksheets[0].layout()
    #expect(layout.validation(at: CellReference(row: 5, column: 2)) == found[0])
    #expect(layout.validation(at: CellReference(row: 70_000, column: 6)) == found[0])
    #expect(layout.validation(at: CellReference(row: 2, column: 3)) == found[1])
    #expect(layout.validation(at: CellReference(row: 5, column: 4)) == nil)
  }

  @Test func inTheUsualForm() throws { try check(Self.usual) }
  @Test func strict() throws { try check(Self.usual.strict) }
  @Test func prefixed() throws { try check(Self.usual.prefixed) }
  @Test func utf16() throws { try check(Self.usual.utf16) }

  @Test func insideAlternateContent() throws {
    var builder = Self.usual
    builder.edit("xl/worksheets/sheet1.xml") {
      $0.replacing(
        "<dataValidations",
        with: """
          <mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">\
          <mc:Choice xmlns:n="urn:new" Requires="n"><n:dataValidations/></mc:Choice><mc:Fallback><dataValidations
          """
      ).replacing("</dataValidations>", with: "</dataValidations></mc:Fallback></mc:AlternateContent>")
    }
    try check(builder)
  }

  /// Excel writes a list whose items hold commas twice: once for itself, once for everyone else.
  @Test func formulaInsideAlternateContent() throws {
    let builder = WorkbookBuilder(
      after: """
        <dataValidations><dataValidation type="list" sqref="A1">\
        <mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">\
        <mc:Choice xmlns:x12ac="http://schemas.microsoft.com/office/spreadsheetml/2011/1/ac" Requires="x12ac">\
        <x12ac:list>"a,b",c</x12ac:list></mc:Choice><mc:Fallback><formula1>"a,b,c"</formula1></mc:Fallback>\
        </mc:AlternateContent></dataValidation></dataValidations>
        """)
    #expect(try validations(builder).map(\.listItems) == [["a", "b", "c"]])
  }

  @Test func missingAttributesTakeTheDefaults() throws {
    let found = try validations(
      WorkbookBuilder(
        after: "<dataValidations><dataValidation sqref='A1'/><dataValidation type='?'/></dataValidations>"))
    #expect(found == [ValidationRule(ranges: [try #require(CellRange("A1"))]), ValidationRule(ranges: [])])
    #expect(found.first?.kind == .anyValue && found.first?.comparison == .between && found.first?.errorStyle == .stop)
    #expect(found.first?.showsError == false && found.first?.allowsBlank == false)
  }

  @Test func rangesThatAreNoneAreLeftOut() throws {
    let found = try validations(
      WorkbookBuilder(after: "<dataValidations><dataValidation sqref='#REF! A1&#10;B2:A1  A0 '/></dataValidations>"))
    #expect(found.map { $0.ranges.map { "\($0)" } } == [["A1", "A1:B2"]])
  }

  static let extended = WorkbookBuilder(
    after: """
      <dataValidations><dataValidation type="decimal" sqref="A1"><formula1>0.5</formula1></dataValidation></dataValidations>\
      <extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings xmlns:x14="urn:x14">\
      <x14:conditionalFormatting><x14:cfRule><xm:f xmlns:xm="urn:xm">1</xm:f></x14:cfRule></x14:conditionalFormatting>\
      </x14:conditionalFormattings></ext><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" \
      xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" \
      xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidations count="1">
        <x14:dataValidation type="list" allowBlank="1" showErrorMessage="1" prompt="选">
          <x14:formula1>
            <xm:f>码表!$A$1:$A$9</xm:f>
          </x14:formula1>
          <xm:sqref>D4:D9 F4</xm:sqref>
        </x14:dataValidation>
      </x14:dataValidations></ext></extLst>
      """)

  @Test func thoseInTheExtensionList() throws {
    for builder in [Self.extended, Self.extended.utf16] {
      let found = try validations(builder)
      try #require(found.count == 2)
      #expect(found[0].kind == .decimal && found[0].formula1 == "0.5")
      #expect(found[1].kind == .list && found[1].allowsBlank && found[1].showsError)
      #expect(found[1].formula1 == "码表!$A$1:$A$9" && found[1].formula2 == nil && found[1].prompt == "选")
      #expect(found[1].ranges.map { "\($0)" } == ["D4:D9", "F4"])
      #expect(found[1].listItems == nil)
    }
  }

  @Test(arguments: ["\"", "\"a", "$A$1", "", "\"\""]) func textsThatSpellOutNoItems(_ formula: String) throws {
    var validation = ValidationRule(ranges: [])
    validation.kind = .list
    validation.formula1 = formula
    #expect(validation.listItems?.isEmpty ?? true)
  }
}
