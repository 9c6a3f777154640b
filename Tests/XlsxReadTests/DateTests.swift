import Testing
import XlsxRead

@Suite struct DateTests {
  // What Excel shows for these serials under yyyy-mm-dd hh:mm:ss.
  @Test(arguments: [
    ("0", "00:00:00"), ("0.5", "12:00:00"), ("1", "1900-01-01T00:00:00"), ("59", "1900-02-28T00:00:00"),
    ("60", "1900-02-29T00:00:00"), ("61", "1900-03-01T00:00:00"), ("36526", "2000-01-01T00:00:00"),
    ("43890", "2020-02-29T00:00:00"), ("46053.25", "2026-01-31T06:00:00"),
    ("2958465.99999", "9999-12-31T23:59:59.136"), ("45000.999999999", "2023-03-16T00:00:00"),
  ]) func serialsOf1900(_ pair: (serial: String, date: String)) throws {
    let cells = try WorkbookBuilder(rows: "<row><c s='0'><v>\(pair.serial)</v></c></row>", styleIDs: [22]).cells()
    #expect(cells.first?.kind == .date)
    #expect(cells.first?.date?.description == pair.date)
    #expect(cells.first?.rawText == pair.serial)
  }

  // The last one rounds up to the day after the last.
  @Test(arguments: ["-1", "2958466", "1E300", "2958465.9999999995"])
  func serialsThatAreNoDayHaveNoDate(_ serial: String) throws {
    let cells = try WorkbookBuilder(rows: "<row><c s='0'><v>\(serial)</v></c></row>", styleIDs: [14]).cells()
    #expect(cells.first?.kind == .date)
    #expect(cells.first?.date == nil)
    #expect(cells.first?.number == Double(serial))
  }

  @Test(arguments: [("1", "1904-01-02T00:00:00"), ("44591", "2026-01-31T00:00:00"), ("0.25", "06:00:00")])
  func serialsOf1904(_ pair: (serial: String, date: String)) throws {
    let builder = WorkbookBuilder(
      rows: "<row><c s='0'><v>\(pair.serial)</v></c></row>", styleIDs: [14],
      workbookProperties: "<workbookPr date1904='1'/>")
    #expect(try builder.open().usesDate1904)
    #expect(try builder.cells().first?.date?.description == pair.date)
  }

  @Test func theLastDayOf1904() throws {
    let rows = "<row><c s='0'><v>2957003</v></c><c s='0'><v>2957004</v></c></row>"
    let properties = "<workbookPr date1904='1'/>"
    let cells = try WorkbookBuilder(rows: rows, styleIDs: [14], workbookProperties: properties).cells()
    #expect(cells.map { $0.date?.description } == ["9999-12-31T00:00:00", nil])
  }

  @Test(arguments: [
    ("2026-01-31", "2026-01-31T00:00:00"), ("2026-01-31T08:30:15.5Z", "2026-01-31T08:30:15.500"),
    ("2026-01-31T08:30", "2026-01-31T08:30:00"), ("08:30:00", "08:30:00"), ("PT1H30M", "P5400.0"),
    ("P1DT2S", "P86402.0"),
  ]) func isoDates(_ pair: (text: String, date: String)) throws {
    let cells = try WorkbookBuilder(rows: "<row><c t='d'><v>\(pair.text)</v></c></row>").cells()
    #expect(cells.first?.kind == .date)
    #expect(cells.first?.date?.description == pair.date)
  }

  @Test(arguments: [
    "yyyy-mm-dd", "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", "[$-804]yyyy&quot;年&quot;m&quot;月&quot;",
    "[DBNum1][$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@", "上午/下午h&quot;时&quot;mm&quot;分&quot;", "aaaa",
    "[$-804]aaa;@", "[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", "[$-412]yyyy&quot;년&quot; m&quot;월&quot;",
    "d/m/yy;@", "mmm\\-yy", "h:mm AM/PM", "mm:ss.0", "yyyy\\年m\\月", "[Red]dddd",
  ]) func formatsOfDates(_ code: String) throws {
    let cells = try WorkbookBuilder(rows: "<row><c s='0'><v>45000</v></c></row>", formats: [code]).cells()
    #expect(cells.first?.kind == .date)
    #expect(cells.first?.date?.description == "2023-03-15T00:00:00")
    #expect(cells.first?.numberFormat == code.replacing("&quot;", with: "\""))
  }

  @Test func durationsWithoutEndHaveNoDate() throws {
    let rows = "<row><c s='0'><v>1E305</v></c><c t='d'><v>P\(String(repeating: "9", count: 308))D</v></c></row>"
    let cells = try WorkbookBuilder(rows: rows, styleIDs: [46]).cells()
    #expect(cells.map(\.kind) == [.date, .date])
    #expect(cells.allSatisfy { $0.date == nil })
  }

  @Test(arguments: ["[h]:mm", "[mm]:ss", "[ss].00", "[$-804][hh]&quot;时&quot;"])
  func formatsOfElapsedTime(_ code: String) throws {
    let cells = try WorkbookBuilder(rows: "<row><c s='0'><v>1.5</v></c></row>", formats: [code]).cells()
    #expect(cells.first?.date == .duration(seconds: 129_600))
  }

  @Test(arguments: [
    "General", "#,##0.00", "0.00E+00", "##0.0e+0", "&quot;day&quot;0", "0\\d", "[Red]0.00", "@", "_ * #,##0_ ;", "0_d",
    "[$¥-804]#,##0", "0.00;yyyy", "[Magenta][&gt;=100]0", "G/通用格式", "#,##0&quot;万元&quot;", "0*y",
  ]) func formatsOfNumbers(_ code: String) throws {
    let cells = try WorkbookBuilder(rows: "<row><c s='0'><v>45000</v></c></row>", formats: [code]).cells()
    #expect(cells.first?.kind == .number)
    #expect(cells.first?.date == nil)
  }

  // ECMA-376 18.8.30: the ids of all languages, and those of zh-cn.
  @Test(arguments: [14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47] + Array(27...36) + Array(50...58))
  func builtInFormatsOfDates(_ id: Int) throws {
    let cells = try WorkbookBuilder(rows: "<row><c s='0'><v>45000</v></c></row>", styleIDs: [id]).cells()
    #expect(cells.first?.kind == .date)
  }

  @Test(arguments: Array(0...13) + [37, 38, 39, 40, 41, 42, 43, 44, 48, 49, 163])
  func builtInFormatsOfNumbers(_ id: Int) throws {
    let cells = try WorkbookBuilder(rows: "<row><c s='0'><v>45000</v></c></row>", styleIDs: [id]).cells()
    #expect(cells.first?.kind == .number)
  }
}
