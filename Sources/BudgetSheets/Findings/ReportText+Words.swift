extension ReportText {
  /// The words in both languages.
  var words: (chinese: String, english: String) {
    switch self {
    case .verdict(let verdict): Self.words(verdict)
    case .sentence(let verdict, let counts, let next):
      ("\(verdict)：\(counts)。\(next)", "\(verdict): \(counts). \(next)")
    case .comma: ("，", ", ")
    case .noErrors: ("没有错误", "no errors")
    case .noRules: ("没有检查任何规则", "no rule was checked")
    case .errorsToCorrect(let count): ("\(count) 项错误须更正", "\(Self.count(count, "error")) to correct")
    case .warningsToExplain(let count): ("\(count) 项需说明", "\(Self.count(count, "point")) to explain")
    case .warningsExplained(let count): ("\(count) 项已说明", "\(Self.count(count, "point")) explained")
    case .checksMade(let count): ("\(count) 项检查均无待处理问题", "\(Self.count(count, "check")) made, nothing left to do")
    case .checksNotMade(let count, let due):
      ("\(due) 项检查中有 \(count) 项未能进行", "\(count) of \(Self.count(due, "check")) could not be made")
    case .next(let verdict, let warnings): Self.next(verdict, warnings: warnings)
    case .level(let level): Self.words(level)
    case .mechanism(let mechanism): Self.words(mechanism)
    }
  }

  /// A number with its word.
  private static func count(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }

  private static func words(_ verdict: CheckVerdict) -> (chinese: String, english: String) {
    switch verdict {
    case .rejected: ("退回修改", "Returned for correction")
    case .explainable: ("需说明", "To be explained")
    case .incomplete: ("未能全部检查", "Not fully checked")
    case .passed: ("通过", "Passed")
    }
  }

  private static func next(_ verdict: CheckVerdict, warnings: Int) -> (chinese: String, english: String) {
    switch verdict {
    case .rejected where warnings > 0:
      (
        "请更正错误，并对需说明的事项更正或填写说明，然后重新报送。",
        "Correct the errors, correct or explain the other points, and submit the workbook again."
      )
    case .rejected: ("请更正后重新报送。", "Correct what is wrong and submit the workbook again.")
    case .explainable:
      ("请逐项更正或填写说明，然后重新报送。", "Correct or explain each point, and submit the workbook again.")
    case .incomplete: ("请补齐缺少的内容后重新检查。", "Supply what is missing and check again.")
    case .passed: ("可以接收。", "The workbook can be accepted.")
    }
  }

  private static func words(_ level: Finding.Level) -> (chinese: String, english: String) {
    switch level {
    case .error: ("错误", "error")
    case .warning: ("需说明", "warning")
    case .info: ("提示", "note")
    }
  }

  private static func words(_ mechanism: Cause.Mechanism) -> (chinese: String, english: String) {
    switch mechanism {
    case .transposedDigits: ("数字颠倒：相邻两位写反了。", "Two neighbouring digits changed places.")
    case .wrongScale:
      (
        "小数点或单位错位：金额差了整十倍，例如把元填进了万元。",
        "The point or the unit is wrong: the amount is off by a power of ten, as 元 entered in a form in 万元."
      )
    case .wrongSign: ("正负号颠倒。", "The sign is the wrong way round.")
    case .droppedDigit: ("漏输了一位数字。", "A digit was left out.")
    case .extraDigit: ("多输了一位数字。", "A digit too many was typed.")
    case .wrongDigit: ("输错了一位数字。", "One digit is wrong.")
    case .doubled: ("同一金额计算了两次。", "The amount was counted twice.")
    case .leftBlank: ("漏填：该格应有金额。", "The cell was left blank.")
    case .superfluous: ("多填：该格应为空。", "The cell should be blank.")
    case .wrongColumn: ("错栏：金额填到了相邻的栏。", "The amount stands in the neighbouring column.")
    case .wrongRow: ("错行：金额填到了另一行。", "The amount stands in another row.")
    case .partMissed: ("合计漏计或重计了一个组成项。", "The sum leaves out one of its parts, or counts one twice.")
    case .hiddenRowMissed: ("合计没有计入隐藏的行。", "The sum leaves out a hidden row.")
    case .otherAmount: ("整个金额填错。", "The whole amount is wrong.")
    }
  }
}
