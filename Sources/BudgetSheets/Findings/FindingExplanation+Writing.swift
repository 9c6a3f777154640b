extension FindingSentence {
  /// The explanation of what is said when a workbook is written (`W`).
  var writingExplanation: ExplanationEntry? {
    switch self {
    case .totalDisagrees:
      ExplanationEntry(
        FindingExplanation(
          meaning: "要写出的合计与各组成之和不等。若写成公式，打开时就会变成另一个数，原来的申报数便丢失了，所以照原值写出。",
          remedy: "核对合计与各组成，更正后重新生成。",
          basis: "申报数不被悄悄改写（docs/architecture.md 第 5、6 条）。",
          example: "前：合计 100.00，组成 60.00 + 30.00 → W01，写出数值 100.00；后：组成改为 70.00 → 写出公式 =B2+C2。"),
        FindingExplanation(
          meaning:
            "The total is not the sum of its parts. As a formula it would turn into another number, so it was written as it was.",
          remedy: "Check the total and its parts, correct them and write again.",
          basis: "What was submitted is never recomputed away (docs/architecture.md, 5 and 6).",
          example:
            "Before: total 100.00 of 60.00 + 30.00 → W01, the number 100.00. After: 70.00 + 30.00 → the formula =B2+C2."
        ))
    case .totalBlank:
      ExplanationEntry(
        FindingExplanation(
          meaning: "组成已有金额而合计空白。空白与零不同，程序不替填报人补填。",
          remedy: "补填合计，或在新工作簿中写入公式。",
          basis: "空白与零是两个不同的值（docs/architecture.md 第 3 条）。",
          example: "前：组成 60.00 + 30.00，合计空白 → W02；后：合计 90.00 → 写出公式。"),
        FindingExplanation(
          meaning:
            "The parts hold amounts and the total is blank. Blank is not zero, and nothing is entered for the submitter.",
          remedy: "Enter the total, or put the formula into the new workbook.",
          basis: "Blank and zero are different values (docs/architecture.md, 3).",
          example: "Before: 60.00 + 30.00 and a blank total → W02. After: 90.00 → written as a formula."))
    case .contentNotWritten:
      ExplanationEntry(
        FindingExplanation(
          meaning: "原单元格的内容没有读成数值（见读取时的 C 类提示），写出时只能留空。",
          remedy: "在新工作簿的该单元格补填正确的数或编码。",
          basis: "读不准的内容不当作正确内容写出（docs/architecture.md 第 6 条）。",
          example: "前：编码 4.1030223E+19 → W03，留空；后：以文本补填 20 位编码。"),
        FindingExplanation(
          meaning:
            "What stood in the cell could not be read (reading told so under a C code), so the new cell is blank.",
          remedy: "Enter the right amount or code into the cell of the new workbook.",
          basis: "What could not be read for certain is not written as if it had been (docs/architecture.md, 6).",
          example: "Before: the code 4.1030223E+19 → W03, blank. After: all 20 digits entered as text."))
    case .valueNotWritten:
      ExplanationEntry(
        FindingExplanation(
          meaning: "数据里有表样没有的行、栏或项目，无处可写。漏写等于丢失申报内容，所以是错误。",
          remedy: "检查 JSON 是否属于这套表样；或在表样定义中增加该行、该栏。",
          basis: "不悄悄丢失任何内容（docs/architecture.md 第 5 条）；表样见 docs/definitions.md。",
          example: "前：JSON 中有“捐赠收入”一行 → W04；后：改入“九、其他收入” → 写出。"),
        FindingExplanation(
          meaning:
            "The book holds a row, column or field that the form lacks. To leave it out is to lose it, so this is an error.",
          remedy: "Make sure that the JSON is of this form set, or add the row or column to the definition.",
          basis: "Nothing is lost in silence (docs/architecture.md, 5); forms are defined as in docs/definitions.md.",
          example: "Before: a row “捐赠收入” in the JSON → W04. After: moved to “九、其他收入” → written."))
    case .textCutOff:
      ExplanationEntry(
        FindingExplanation(
          meaning: "单元格内容完整，但行高已到上限，打印或预览时末尾看不见。",
          remedy: "精简文字，或分写到几行。",
          basis: "Excel 行高最多 409 磅（Excel 规范与限制）。",
          example: "前：一格 3,000 字的绩效目标 → W05；后：压缩到 300 字 → 打印完整。"),
        FindingExplanation(
          meaning: "The cell holds the whole text, but its row cannot grow any higher: the end is not seen in print.",
          remedy: "Shorten the text, or spread it over several rows.",
          basis: "A row of Excel is at most 409 points high (Excel specifications and limits).",
          example:
            "Before: an objective of 3,000 characters in one cell → W05. After: 300 characters → printed in full."))
    case .amountWrittenAsText:
      ExplanationEntry(
        FindingExplanation(
          meaning: "Excel 的数只有 15 位有效数字，写成数会丢掉末位，所以写成文本；文本不参加 Excel 的合计。",
          remedy: "核对金额是否真有这么大，多半是单位弄错了。",
          basis: "Excel 保留 15 位有效数字（Excel 规范与限制；IEEE 754 双精度）。",
          example: "前：12345678901234.56 元 → W06；后：核对后应为 123456.78 元 → 写成数。"),
        FindingExplanation(
          meaning:
            "Excel keeps 15 digits, so as a number the amount would lose its last ones. A text takes no part in Excel's sums.",
          remedy: "Check that the amount is really that large; mostly the unit is wrong.",
          basis: "Excel keeps 15 significant digits (Excel specifications and limits; IEEE 754 doubles).",
          example: "Before: 12345678901234.56 元 → W06. After: checked, 123456.78 元 → written as a number."))
    case .hiddenRowsShown:
      ExplanationEntry(
        FindingExplanation(
          meaning: "原表有隐藏行，新工作簿把它们显示出来：隐藏的金额照样计入合计，看不见就无法核对。",
          remedy: "看一看这些行是否该留；不需要的删除后重新汇总。",
          basis: "隐藏的内容照常读取（docs/architecture.md 第 5 条）。",
          example: "前：第 15–17 行隐藏 → W07；后：三行可见。"),
        FindingExplanation(
          meaning:
            "The original hid rows; the new workbook shows them. Their amounts count all the same, and must be seen to be checked.",
          remedy: "See whether the rows belong there; delete those that do not, and add up again.",
          basis: "What is hidden is read all the same (docs/architecture.md, 5).",
          example: "Before: rows 15–17 hidden → W07. After: all three are seen."))
    case .priorRowsOfNoUnit:
      ExplanationEntry(
        FindingExplanation(
          meaning: "上年的表没有单位行（当时只有一个单位），今年名单上有几个单位。这些行属于哪个单位，程序无从知道，先放在第一个单位之下。",
          remedy: "下发前或填报时，把这些行移到所属单位之下，不要的删去。",
          basis: "不悄悄丢失任何内容，也不猜测（docs/architecture.md 第 5、6 条）。",
          example: "前：上年 8 个科目不分单位，今年名单为 250001、250002 → W08，8 行在 250001 之下；后：3 行移到 250002 之下。"),
        FindingExplanation(
          meaning:
            "Last year's form has no rows of units, since there was but one; this year's list has several. Whose the rows are cannot be known, so they stand under the first unit.",
          remedy:
            "Move them to their units before the forms are sent or while they are filled in; delete those not needed.",
          basis: "Nothing is lost in silence, and nothing is guessed (docs/architecture.md, 5 and 6).",
          example:
            "Before: 8 rows of no unit, the list has 250001 and 250002 → W08, all under 250001. After: 3 moved to 250002."
        ))
    case .codeOfOtherLength:
      ExplanationEntry(
        FindingExplanation(
          meaning: "表样规定了部门、单位编码的位数，读表时靠它认出部门行和单位行。名单上的编码不是这样，下发的表交回后，这些行会读不出来。",
          remedy: "在名单中补齐编码（表格软件会去掉开头的 0，请把该列设为文本），再重新生成；编码本来就是别的位数的，请改表样。",
          basis: "表样中各级行的 key 和 type（docs/definitions.md）。",
          example: "前：名单写 1 → W10；后：写 001 → 不再提示。"),
        FindingExplanation(
          meaning:
            "The form set says how many digits the codes of departments and units have, and tells their rows by that. With the list's codes they will not be told when the forms come back.",
          remedy:
            "Complete the codes in the list (spreadsheets drop leading zeros: make the column one of texts) and issue again; where codes have another length, change the form set.",
          basis: "The key and type of the levels in the definitions (docs/definitions.md).",
          example: "Before: the list says 1 → W10. After: 001 → nothing."))
    case .priorRowsLeftOut:
      ExplanationEntry(
        FindingExplanation(
          meaning: "上年有这个单位，今年的名单没有（编码、名称都对不上），它的行没有填入新表。",
          remedy: "单位改了编码又改了名称的，在名单中核对；漏列的补上后重新生成；已撤销的不必理会。",
          basis: "单位按编码或全称对应，不按相近的名称对应（docs/issuing.md）。",
          example: "前：上年有 250003 某某中心，名单没有 → W09；后：名单补上 250003 → 其各行填入。"),
        FindingExplanation(
          meaning:
            "The unit was there last year, and the list has it neither by its code nor by its name; its rows were not filled in.",
          remedy:
            "Where a unit has a new code and a new name, see to the list; add one that was forgotten and issue again. One that is gone needs nothing.",
          basis: "Units are matched by code or whole name, never by a similar one (docs/issuing.md).",
          example:
            "Before: 250003 was there last year, the list lacks it → W09. After: 250003 added → its rows are there."
        ))
    default: nil
    }
  }
}
