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
    case .explanationsToReview(let count):
      (
        "\(count) 项已填写说明，请审阅后决定是否接收。",
        "\(Self.count(count, "point")) explained; read this, and decide whether the workbook can be accepted."
      )
    case .level(let level): Self.words(level)
    case .mechanism(let mechanism): Self.words(mechanism)
    case .mechanismName(let mechanism): Self.name(mechanism)
    case .reportName: ("预算检查报告", "Budget check")
    case .year(let text):
      ("\(text)年", "\(text)")
    case .amountsIn(let text):
      ("金额单位：\(text)", "Amounts in \(text)")
    case .noDepartment: ("（未写明部门）", "(no department named)")
    case .allFiles: ("全部文件", "All files")
    case .counts(let text):
      ("\(text)。", "\(Self.capitalized(text)). ")
    case .ledger: ("检查情况", "How the checks came out")
    case .due: ("应检", "Due")
    case .passed: ("通过", "Passed")
    case .failed: ("不通过", "Failed")
    case .notApplicable: ("不适用", "Not applicable")
    case .notChecked: ("未能检查", "Not checked")
    case .notCheckedTitle(let number):
      ("未能检查的 \(number) 项及原因", "What could not be checked (\(number)), and why")
    case .forms: ("各表", "Forms")
    case .noFindings: ("无问题", "Nothing found")
    case .rules: ("规则", "Rules")
    case .rulesTitle(let number):
      ("全部规则（\(number) 条）", "All rules (\(number))")
    case .rule: ("规则", "Rule")
    case .code: ("编号", "Code")
    case .reason: ("原因", "Reason")
    case .semicolon: ("；", "; ")
    case .listComma: ("、", ", ")
    case .causesTitle: ("最可能的原因（仅供参考）", "Most likely causes (a suggestion)")
    case .causesHint:
      (
        "根据各表之间的数量关系推测得出，没有改动任何数据。请对照原始资料核实后再更正。",
        "They are inferred from how the figures of the forms hang together; nothing was changed. Compare them with your records before you correct anything."
      )
    case .causesIncomplete: ("可能的原因太多，没有全部试过。", "There were too many possible causes to try them all.")
    case .cause(let number):
      ("原因 \(number)", "Cause \(number)")
    case .causeWithoutProposal: ("这些问题可能出自同一处，没有具体的更正建议。", "These findings may have one origin; there is no proposal.")
    case .sameDifference(let amount, let unit):
      ("相差均为 \(amount) \(unit)。", "All are off by \(amount) \(unit).")
    case .cell: ("单元格", "Cell")
    case .item: ("行与栏", "Row and column")
    case .reported: ("填报", "Reported")
    case .proposed: ("建议", "Proposed")
    case .expected: ("应为", "Should be")
    case .atMost: ("不大于", "At most")
    case .atLeast: ("不小于", "At least")
    case .otherFigure: ("对应数", "Other figure")
    case .leftSide: ("左边", "Left side")
    case .rightSide: ("右边", "Right side")
    case .difference: ("相差", "Difference")
    case .derived: ("随之改变的合计", "Totals that would follow")
    case .notReported: ("未填报", "not filled in")
    case .leaveBlank: ("留空", "leave blank")
    case .notRead: ("（未能读取）", "(could not be read)")
    case .reportedAmount(let amount): ("填报 \(amount)", "\(amount) reported")
    case .shouldBe(let amount): ("应为 \(amount)", "should be \(amount)")
    case .atMostAmount(let amount, let other):
      ("不应大于 \(Self.named(other, amount, "（", "）"))", "should be at most \(Self.named(other, amount))")
    case .atLeastAmount(let amount, let other):
      ("不应小于 \(Self.named(other, amount, "（", "）"))", "should be at least \(Self.named(other, amount))")
    case .otherIs(let other, let amount): ("而\(other) 为 \(amount)", "but \(other) is \(amount)")
    case .otherIsBlank(let other): ("而\(other) 未填报", "but \(other) is not filled in")
    case .otherHasNoRow(let other): ("而\(other)没有对应的行", "but \(other) has no such row")
    case .figures(let reported, let other, let difference):
      ("\(reported)，\(other)，相差 \(difference)", "\(reported), \(other), off by \(difference)")
    case .explains(let number):
      ("更正后可消除 \(number) 条问题：", "Would settle \(Self.count(number, "finding")): ")
    case .sameAmount(let number):
      ("这 \(number) 条相差相同：", "\(Self.count(number, "finding")) off by the same amount: ")
    case .belongTogether(let number):
      ("这 \(number) 条可能出于同一处：", "\(Self.count(number, "finding")) that may have one origin: ")
    case .agreeingForms(let count):
      (
        "与建议相符的有 \(count) 张表（若本表无误，则须改这些表）：",
        "\(count) forms agree with it (if this one is right, they are to be changed): "
      )
    case .alternative: ("也可能是", "Or else:")
    case .suggestedBy(let number):
      ("原因 \(number) 的建议", "suggested by cause \(number)")
    case .findingsTitle: ("各表的问题", "Findings by form")
    case .levelMeaning(let level): Self.meaning(level)
    case .workbook: ("整个工作簿", "The workbook as a whole")
    case .places(let number):
      ("共 \(number) 处", "\(Self.count(number, "place"))")
    case .finding(let number):
      ("问题 \(number)", "finding \(number)")
    case .explained: ("已说明", "Explained")
    case .explanation: ("说明：", "Explanation: ")
    case .filter: ("按级别筛选", "Filter by level")
    case .all: ("全部", "All")
    case .blankParts(let number):
      ("另有 \(number) 格空白", "\(Self.count(number, "blank cell")) more")
    case .hiddenRow: ("隐藏行", "hidden row")
    case .converted(let from, let to):
      ("原表以\(from)填报，此处已换算为\(to)。", "The sheet is in \(from); the amounts shown here are in \(to).")
    case .levelCount(let name, let open, let explained):
      (
        "\(name) \(open)" + (explained > 0 ? "（已说明 \(explained)）" : ""),
        "\(name) \(open)" + (explained > 0 ? " (\(explained) explained)" : "")
      )
    case .explainedCount(let count): ("已说明 \(count)", "\(count) explained")
    case .filterByVerdict: ("按结论筛选", "Filter by verdict")
    case .noSuchForm: ("工作簿中没有此表。", "The workbook has no such form.")
    case .growthTitle: ("与上年比较", "Compared with the year before")
    case .growthSource(let source): ("上年的工作簿：\(source)", "The workbook of the year before: \(source)")
    case .thisYear: ("本年", "This year")
    case .yearBefore(nil): ("上年", "Year before")
    case .yearBefore(let year?): ("\(year)年", year)
    case .growthFigure: ("比较的数", "Figure")
    case .growthAmount: ("增减额", "Change")
    case .growthPercent: ("增减比例", "Change in %")
    case .growthWords: ("表述", "In words")
    case .findings: ("问题", "Findings")
    case .checks: ("检查", "Checks")
    case .indexTitle: ("检查结果汇总", "Check results")
    case .files(let number):
      ("\(number) 个文件", "\(Self.count(number, "file"))")
    case .file: ("文件", "File")
    case .department: ("部门", "Department")
    case .verdictTitle: ("结论", "Verdict")
    case .unreadable: ("无法读取", "Unreadable")
    case .ruleNotChecked(let count, let due, let rule, let reasons):
      (
        "规则“\(rule)”的 \(due) 项检查中有 \(count) 项未能进行：\(reasons)。",
        "\(count) of \(Self.count(due, "check")) of the rule “\(rule)” could not be made: \(reasons)."
      )
    case .rulesOfCode(let code, let count): ("\(code) 的 \(count) 条规则", "\(count) rules of the code \(code)")
    case .suggestion(let what, let changes):
      ("最可能（仅供参考）：\(what)\(changes)。", "Most likely (a suggestion): \(what) \(changes).")
    }
  }

  /// A number with its word.
  private static func count(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }

  /// An amount with the cells in which it stands, if there are any.
  private static func named(_ cells: String, _ amount: String, _ open: String = " (", _ close: String = ")") -> String {
    cells.isEmpty ? amount : cells + open + amount + close
  }

  /// A text that begins a sentence.
  private static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private static func meaning(_ level: Finding.Level) -> (chinese: String, english: String) {
    switch level {
    case .error: ("错误：必须更正", "Error: must be corrected")
    case .warning: ("需说明：更正，或填写说明", "Warning: correct it, or explain it")
    case .info: ("提示：供参考", "Note: for information")
    }
  }

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
    case .incomplete: ("缺少的内容如果应当有，请补齐后重新检查。", "If what is missing should be there, supply it and check again.")
    case .passed: ("可以接收。", "The workbook can be accepted.")
    }
  }

  private static func words(_ level: Finding.Level) -> (chinese: String, english: String) {
    switch level {
    case .error: ("错误", "Error")
    case .warning: ("需说明", "Warning")
    case .info: ("提示", "Note")
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
    case .shiftedRow:
      ("整行错栏：该行各金额都偏了一栏。", "The amounts of the whole row stand one column off.")
    case .swappedRows: ("两行的金额对调了。", "The amounts of two rows stand in each other's place.")
    case .shiftedColumn:
      ("整列错栏：该栏各金额填到了相邻的栏，或两栏对调。", "The amounts of a whole column stand in the neighbouring one.")
    case .uncountedRow:
      ("该行没有计入合计，或是多出的一行。", "The row is in no total: it was left out of them, or should not be there.")
    case .staleFormula:
      ("公式没有重新计算，保存的是旧结果。", "The formula was not worked out again; an old result is stored.")
    case .wrongUnit:
      (
        "整张表的单位错了：金额与所写单位差一万倍，例如把元填进了万元。",
        "The whole form is in another unit than it says: the amounts are off by 10,000, as 元 entered for 万元."
      )
    case .partMissed: ("合计漏计或重计了一个组成项。", "The sum leaves out one of its parts, or counts one twice.")
    case .hiddenRowMissed: ("合计没有计入隐藏的行。", "The sum leaves out a hidden row.")
    case .unreadable:
      ("该格未能读取，由其他数字推算。", "The cell could not be read; the amount follows from the other figures.")
    case .otherAmount: ("整个金额填错。", "The whole amount is wrong.")
    }
  }

  /// What a mechanism is called for short.
  private static func name(_ mechanism: Cause.Mechanism) -> (chinese: String, english: String) {
    switch mechanism {
    case .transposedDigits: ("数字颠倒", "transposed digits")
    case .wrongScale: ("小数点或单位错位", "point or unit off by a power of ten")
    case .wrongSign: ("正负号颠倒", "wrong sign")
    case .droppedDigit: ("漏输数字", "a digit left out")
    case .extraDigit: ("多输数字", "a digit too many")
    case .wrongDigit: ("数字输错", "a wrong digit")
    case .doubled: ("重复计算", "counted twice")
    case .leftBlank: ("漏填", "left blank")
    case .superfluous: ("多填", "should be blank")
    case .wrongColumn: ("金额填错栏", "an amount in the neighbouring column")
    case .wrongRow: ("金额填错行", "an amount in another row")
    case .shiftedRow: ("整行错栏", "a whole row one column off")
    case .swappedRows: ("两行金额对调", "two rows in each other's place")
    case .shiftedColumn: ("整列错栏", "a whole column in the neighbouring one")
    case .uncountedRow: ("该行未计入合计", "a row that no total counts")
    case .staleFormula: ("公式未重算", "a formula with an old result")
    case .wrongUnit: ("整张表的单位错了", "a whole form in another unit")
    case .partMissed: ("漏计或重计一项", "a part left out, or counted twice")
    case .hiddenRowMissed: ("未计入隐藏行", "a hidden row left out")
    case .unreadable: ("未能读取，由其他数字推算", "unreadable, worked out from the other figures")
    case .otherAmount: ("金额有误", "a wrong amount")
    }
  }
}
