import Testing
import XlsxRead

/// Dates and times. Expected texts are those of Excel.
@Suite struct ShownDateTests {
  private func check(_ cases: [ShownCase], usesDate1904: Bool = false) throws {
    let texts = try ShownText.of(cases.map { ($0.code, $0.value) }, usesDate1904: usesDate1904)
    for (expected, text) in zip(cases, texts) {
      #expect(text == expected.text, "\(expected.value) under \(expected.code)")
    }
  }

  // 44931 is Thursday, 2023-01-05.
  @Test func daysMonthsYears() throws {
    try check([
      ("yyyy-mm-dd", "44931", "2023-01-05"), ("yy/m/d", "44931", "23/1/5"), ("y", "44931", "23"),
      ("yyy", "44931", "2023"),
      ("d-mmm-yy", "44931", "5-Jan-23"), ("dddd, mmmm dd, yyyy", "44931", "Thursday, January 05, 2023"),
      ("ddd mmmmm", "44931", "Thu J"), ("[$-804]dddd", "44931", "星期四"), ("[$-804]aaa", "44931", "四"),
      ("aaaa", "44931", "星期四"),
      ("[$-409]aaaa", "44931", "Thursday"), ("[$-411]aaa\"曜\"", "44931", "木曜"), ("[$-412]aaaa", "44931", "목요일"),
      ("[$-411]dddd", "44931", "木曜日"), ("[$-804]mmmm", "44931", "一月"), ("[$-zh-CN]mmmm", "45261", "十二月"),
      ("[$-404]aaa", "44931", "週四"), ("yyyy\"年\"m\"月\"d\"日\";@", "44931", "2023年1月5日"),
      ("yyyy\\年m\\月", "44931", "2023年1月"),
      ("yyyy년 mm월 dd일", "44931", "2023년 01월 05일"), ("[$-412]yyyy\"년\" m\"월\" d\"일\"", "44931", "2023년 1월 5일"),
      ("e\"年\"", "44931", "2023年"), ("ee", "44931", "2023"), ("bbbb", "44931", "2566"), ("bb", "44931", "66"),
      ("[$-411]ggge\"年\"m\"月\"d\"日\"", "44931", "令和5年1月5日"), ("[$-411]gge", "40000", "平21"), ("[$-411]g", "20000", "S"),
      ("[$-404]e/m/d", "44931", "112/1/5"), ("[$-F800]dddd, mmmm dd, yyyy", "44931", "2023年1月5日"),
      ("[$-x-sysdate]dddd, mmmm dd, yyyy", "44931", "2023年1月5日"), ("dd.mm.yyyy", "44931", "05.01.2023"),
      ("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "44931", "二〇二三年一月五日"),
      ("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "45290", "二〇二三年十二月三十日"),
      ("[DBNum2][$-804]m\"月\"d\"日\"", "44940", "壹月拾肆日"), ("B1yyyy-mm-dd", "44931", "2023-01-05"),
    ])
  }

  @Test func times() throws {
    try check([
      ("h:mm", "0.5", "12:00"), ("hh:mm:ss", "0.25", "06:00:00"), ("h:mm AM/PM", "0.75", "6:00 PM"),
      ("h AM/PM", "0", "12 AM"),
      ("h:mm am/pm", "0.75", "6:00 PM"), ("h:mm A/P", "0.75", "6:00 P"), ("h:mm a/p", "0.25", "6:00 a"),
      ("上午/下午h\"时\"mm\"分\"", "0.75", "下午6时00分"), ("[$-804]AM/PM h:mm", "0.25", "上午 6:00"),
      ("[$-412]AM/PM h:mm", "0.25", "오전 6:00"),
      ("mm:ss.0", "0.70707", "58:10.8"), ("hh:mm:ss.000", "0.70707", "16:58:10.848"), ("s.00", "0.70707", "10.85"),
      ("m/d h:m", "44931.0423", "1/5 1:0"), ("h:mm:ss", "44931.999999", "0:00:00"),
      ("d h:mm:ss", "44931.999999", "6 0:00:00"),
      ("h:mm:ss", "0.00069444", "0:01:00"), ("h:mm", "0.9999", "23:59"),
      ("[h]:mm:ss", "2.9999999999999996", "72:00:00"),
      ("[h]:mm", "1.5", "36:00"), ("[hh]:mm", "0.125", "03:00"), ("[mm]:ss", "0.0625", "90:00"),
      ("[s].00", "0.0000125", "1.08"),
      ("[hhh]", "1", "024"), ("[H]", "123.456", "2962"), ("[S]", "123.456", "10666598"), ("[m]", "123.456", "177776"),
      ("[$-F400]h:mm:ss AM/PM", "0.75", "18:00:00"), ("hhh:mmm:sss", "0.7", "16:Jan:00"), ("mm", "44931", "01"),
      ("yyyy-mm-dd hh:mm", "44931.5", "2023-01-05 12:00"), ("yyyy-mm-dd\\Thh:mm:ss", "44931.5", "2023-01-05T12:00:00"),
    ])
  }

  // Serial 0 is a day of January 1900, serial 60 the day that never was; weekdays count through it.
  @Test func oddDays() throws {
    try check([
      ("yyyy-mm-dd", "0", "1900-01-00"), ("yyyy-mm-dd", "1", "1900-01-01"), ("yyyy-mm-dd", "59", "1900-02-28"),
      ("yyyy-mm-dd", "60", "1900-02-29"), ("yyyy-mm-dd", "61", "1900-03-01"), ("dddd", "1", "Sunday"),
      ("dddd", "60", "Wednesday"),
      ("dddd", "61", "Thursday"), ("yyyy-mm-dd", "2958465", "9999-12-31"), ("yyyy-mm-dd", "2958466", "########"),
      ("yyyy-mm-dd", "-1", "########"), ("[h]:mm", "-0.5", "########"), ("[h]:mm", "1E300", "########"),
      ("yyyy;\"neg\"", "-1", "neg"), ("yyyy-mm-dd;@", "-1", "########"),
    ])
    try check(
      [
        ("yyyy-mm-dd", "0", "1904-01-01"), ("dddd", "0", "Friday"), ("yyyy-mm-dd", "43469", "2023-01-05"),
        ("[h]:mm", "-0.5", "-12:00"), ("yyyy-mm-dd", "2957003", "9999-12-31"), ("yyyy-mm-dd", "2957004", "########"),
      ], usesDate1904: true)
  }

  @Test(arguments: [
    ("2023-01-05", "yyyy\"年\"m\"月\"d\"日\"", "2023年1月5日"), ("2023-01-05T12:30:00", "h:mm", "12:30"),
    ("1900-02-28", "yyyy-mm-dd", "1900-02-28"), ("1900-03-01", "yyyy-mm-dd", "1900-03-01"),
    ("PT36H", "[h]:mm", "36:00"),
    ("12:30:00", "h:mm", "12:30"), ("2023-01-05", "General", "44931"), ("1890-01-01", "yyyy", "1890-01-01"),
    ("no date", "yyyy", "no date"),
  ]) func isoDates(_ row: (value: String, code: String, text: String)) throws {
    let builder = ShownText.builder(["<c s='0' t='d'><v>\(row.value)</v></c>"], [row.code], false)
    #expect(try builder.cells().map(\.shownText) == [row.text])
  }
}
