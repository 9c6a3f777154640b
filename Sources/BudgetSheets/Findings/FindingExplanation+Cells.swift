extension FindingSentence {
  /// The explanation of what is said of a cell with an amount (`C`).
  var amountExplanation: ExplanationEntry? {
    switch self {
    case .amountAsText:
      ExplanationEntry(
        FindingExplanation(
          meaning: "金额是文本，读法确定，已按数读取。但 Excel 的 SUM 不计文本，表里的合计公式会漏掉它。",
          remedy: "选中单元格，改为“数值”格式后重新输入。",
          basis: "SUM 忽略引用区域中的文本（Excel 函数说明）；只接受写法唯一的数。",
          example: "前：文本“1,234.50” → C01，按 1234.50 读；后：数值 1234.5 → 无提示。"),
        FindingExplanation(
          meaning:
            "The amount is a text that can mean one number only, and was read as that. Excel's SUM leaves texts out.",
          remedy: "Give the cell a number format and enter the amount again.",
          basis:
            "SUM ignores text in the cells it refers to (Excel's documentation); only an unequivocal text is read.",
          example: "Before: the text “1,234.50” → C01, read as 1234.50. After: the number 1234.5 → nothing is said."))
    case .amountUnreadable:
      ExplanationEntry(
        FindingExplanation(
          meaning: "金额栏里的内容不是数，或可以有两种读法，没有读取；用到它的规则列为“未能检查”。",
          remedy: "改填数字；说明文字写到备注栏。",
          basis: "可能有两种含义的写法不读取（docs/architecture.md 第 6 条）。",
          example: "前：“1,23”或“约45” → C02；后：1.23 或 45 → 读取。"),
        FindingExplanation(
          meaning:
            "What stands there is no number, or could be two. It was not read; rules that need it are not checked.",
          remedy: "Enter a number; remarks belong elsewhere.",
          basis: "What could mean two things is not read (docs/architecture.md, 6).",
          example: "Before: “1,23” or “约45” → C02. After: 1.23 or 45 → read."))
    case .nilMark:
      ExplanationEntry(
        FindingExplanation(
          meaning: "用“-”“无”等符号表示没有金额，读作空白；原来的写法保留。",
          remedy: "不必处理；按表样留空更好。",
          basis: "常见的无金额记号：-、—、/、无、空。",
          example: "“—” → 空白，C03（提示）。"),
        FindingExplanation(
          meaning: "A sign such as “-” or 无 stands for no amount. It was read as blank, and kept as written.",
          remedy: "Nothing; a blank cell is better.",
          basis: "The usual signs for nothing: - — / 无 空.",
          example: "“—” → blank, C03, a note."))
    case .zeroForNil:
      ExplanationEntry(
        FindingExplanation(
          meaning: "没有金额的格填了 0。空白与 0 是两回事；公布的表此处留空。对合计没有影响。",
          remedy: "不必处理；公开前可清空这些 0。",
          basis: "表样 set.yaml 的 nil: blank；空白与零不同（docs/architecture.md 第 3 条）。",
          example: "前：整列 0.00 → C04（提示）；后：留空。"),
        FindingExplanation(
          meaning:
            "Cells without an amount hold 0. Blank and 0 are not the same, and the published form leaves them blank. Sums do not change.",
          remedy: "Nothing; clear them before publication.",
          basis: "`nil: blank` in set.yaml; blank and zero differ (docs/architecture.md, 3).",
          example: "Before: a column of 0.00 → C04, a note. After: left blank."))
    case .amountFinerThanFen:
      ExplanationEntry(
        FindingExplanation(
          meaning: "金额细于分，已四舍五入到分；也可能是数太大，末位已不可靠。多半是除法或分摊算出来的。",
          remedy: "按实际金额填到分；分摊的尾差归到一项。",
          basis: "货币最小单位是分；Excel 只保留 15 位有效数字（Excel 规范与限制）。",
          example: "前：100÷3 = 33.3333333 万元 → C05；后：33.33、33.33、33.34 → 通过。"),
        FindingExplanation(
          meaning:
            "The amount is finer than a 分 and was rounded; or it is so large that its last digits are not certain. Mostly a division.",
          remedy: "Enter the amount to the 分, and put the rest of a division into one item.",
          basis: "There is no money below a 分; Excel keeps 15 significant digits (Excel specifications and limits).",
          example: "Before: 100 ÷ 3 = 33.3333333 万元 → C05. After: 33.33, 33.33, 33.34 → passes."))
    case .amountFinerThanPrinted:
      ExplanationEntry(
        FindingExplanation(
          meaning: "保存的数比打印出来的多几位小数。核对用保存的数；打印出来逐项相加可能差 0.01。",
          remedy: "用 ROUND 统一到两位小数，或在说明中写明。",
          basis: "数字格式只改变显示，不改变保存的值（Excel 对数字格式的说明）。",
          example: "前：589.336 显示为 589.34 → C21（提示）；后：保存 589.34。"),
        FindingExplanation(
          meaning:
            "The stored number has more decimals than are printed. It is checked as stored; the printed figures may be 0.01 off.",
          remedy: "Round it to two decimals, or explain it.",
          basis: "A number format changes what is shown, not what is stored (Excel's documentation).",
          example: "Before: 589.336 shown as 589.34 → C21, a note. After: 589.34 stored."))
    case .formulaStale:
      ExplanationEntry(
        FindingExplanation(
          meaning: "公式保存的结果与现在各单元格算出来的不一样：改了数却没有重新计算。读取的是保存的结果，它很可能是旧的。",
          remedy: "在 Excel 或 WPS 中按 F9 重新计算，保存后再交。",
          basis: "ECMA-376 第 1 部分 18.3.1.96（单元格保存公式最近一次的结果）；手动计算模式下不自动更新。",
          example: "前：=B5+B6 应得 150.00，保存的是 120.00 → C09；后：重算为 150.00 → 通过。"),
        FindingExplanation(
          meaning:
            "The stored result is not what the formula gives now: cells were changed without recalculating. What is stored was read.",
          remedy: "Recalculate (F9) in Excel or WPS, save, and hand in again.",
          basis:
            "ECMA-376 part 1, 18.3.1.96: a cell keeps the last result of its formula; in manual mode it grows stale.",
          example: "Before: =B5+B6 gives 150.00, stored is 120.00 → C09. After: recalculated → passes."))
    case .errorValue:
      ExplanationEntry(
        FindingExplanation(
          meaning: "单元格是 #REF!、#VALUE! 之类的错误，没有数可读；引用它的合计也会出错。",
          remedy: "修正公式，或直接填入正确的数。",
          basis: "ECMA-376 第 1 部分 18.18.11（单元格类型 e）。",
          example: "前：#REF!（引用的行已删） → C10；后：重新引用 → 读取。"),
        FindingExplanation(
          meaning:
            "The cell holds an error such as #REF!; there is nothing to read, and sums that refer to it fail too.",
          remedy: "Correct the formula, or enter the number.",
          basis: "ECMA-376 part 1, 18.18.11 (the cell type `e`).",
          example: "Before: #REF!, since a row was deleted → C10. After: the reference restored → read."))
    case .formulaWithoutValue:
      ExplanationEntry(
        FindingExplanation(
          meaning: "公式没有保存结果，多见于别的程序生成、从未用 Excel 打开过的文件。程序不替别人的公式求值。",
          remedy: "用 Excel 或 WPS 打开，重新计算后保存。",
          basis: "ECMA-376 第 1 部分 18.3.1.4、18.3.1.96（结果 v 可以缺省）。",
          example: "前：=SUM(D5:D9) 无结果 → C11；后：打开、保存 → 150.00。"),
        FindingExplanation(
          meaning:
            "The formula has no stored result, as in files that a program wrote and Excel never opened. Others' formulas are not evaluated.",
          remedy: "Open the workbook in Excel or WPS, recalculate and save.",
          basis: "ECMA-376 part 1, 18.3.1.4 and 18.3.1.96 (the result `v` may be left out).",
          example: "Before: =SUM(D5:D9) without a result → C11. After: opened and saved → 150.00."))
    case .amountMerged:
      ExplanationEntry(
        FindingExplanation(
          meaning: "一个金额的单元格跨了几行或几列合并。它只在左上角，别的行没有数，逐行相加便对不上。",
          remedy: "取消合并，把金额分别填到各行。",
          basis: "合并区域只有左上角的单元格保存值（Excel 对合并单元格的说明）；不替人分摊。",
          example: "前：D5:D7 合并，30.00 → C12；后：10.00、10.00、10.00 → 通过。"),
        FindingExplanation(
          meaning:
            "One amount is merged over several rows or columns. It stands in the first cell only; the others have none.",
          remedy: "Split the cells and enter each amount.",
          basis:
            "Only the upper-left cell of merged cells holds a value (Excel's documentation); nothing is split by itself.",
          example: "Before: 30.00 merged over D5:D7 → C12. After: 10.00, 10.00, 10.00 → passes."))
    case .amountAsDate:
      ExplanationEntry(
        FindingExplanation(
          meaning: "金额被 Excel 改成了日期：输入“3-1”会变成 3 月 1 日，原来输入的是什么已无从得知。",
          remedy: "先把单元格改为“数值”格式，再重新输入。",
          basis: "Excel 会把形似日期的输入转为日期序列值（Excel 帮助）；日期序列值不当作金额。",
          example: "前：45000 带日期格式，显示 2023-03-15 → C14；后：数值 45000 → 读取。"),
        FindingExplanation(
          meaning:
            "Excel turned the amount into a date: “3-1” becomes the first of March. What was typed cannot be told any more.",
          remedy: "Give the cell a number format first, then enter the amount again.",
          basis:
            "Excel turns what looks like a date into a serial number (Excel help); a serial is not taken for an amount.",
          example: "Before: 45000 with a date format, shown as 2023-03-15 → C14. After: the number 45000 → read."))
    case .amountTooLarge:
      ExplanationEntry(
        FindingExplanation(
          meaning: "金额大到无法以分计数（九万多万亿元以上），必是输错或把编码填进了金额栏。",
          remedy: "核对该数；编码请移到编码栏。",
          basis: "金额是 64 位整数，单位为分（docs/architecture.md 第 3 条）。",
          example: "前：41030223000000009618 填在金额栏 → C16；后：移到项目编码栏。"),
        FindingExplanation(
          meaning: "The amount cannot be counted in 分 in 64 bits: a slip, or a code in a column of amounts.",
          remedy: "Check it; move a code to its column.",
          basis: "An amount is a 64-bit count of 分 (docs/architecture.md, 3).",
          example: "Before: 41030223000000009618 in a column of amounts → C16. After: in the column of codes."))
    case .amountWithoutUnit:
      ExplanationEntry(
        FindingExplanation(
          meaning: "本表的单位不明（见 S27），这个金额因此没有读取，用到它的规则未能检查。",
          remedy: "先写明单位，金额便会读取。",
          basis: "不猜单位（docs/architecture.md 第 6 条）。",
          example: "前：单位写“元/万元”，45.00 → C19；后：“单位：万元” → 45.00 万元。"),
        FindingExplanation(
          meaning:
            "The unit of the form is not clear (see S27), so the amount was not read, and rules that need it are not checked.",
          remedy: "State the unit, and the amount is read.",
          basis: "Units are not guessed (docs/architecture.md, 6).",
          example: "Before: 单位：元/万元 and 45.00 → C19. After: 单位：万元 → 45.00 万元."))
    case .amountShownScaled:
      ExplanationEntry(
        FindingExplanation(
          meaning: "数字格式把显示的数缩小或变成百分数，看到的与保存的不同；按保存的读取，单位可能被误解。",
          remedy: "改用 #,##0.00 一类的普通格式，核对单位后重新填写。",
          basis: "ECMA-376 第 1 部分 18.8.31：格式末尾的逗号按千缩小，% 乘以 100。",
          example: "前：5893400，格式 0!.0000 显示 589.3400 → C20；后：保存 589.34。"),
        FindingExplanation(
          meaning:
            "The number format shows thousandths or percent of what is stored. The stored number was read; the unit may be misunderstood.",
          remedy: "Use a plain format such as #,##0.00 and check the unit.",
          basis: "ECMA-376 part 1, 18.8.31: a comma at the end divides by a thousand, % multiplies by 100.",
          example: "Before: 5893400 shown as 589.3400 by 0!.0000 → C20. After: 589.34 stored."))
    default: nil
    }
  }

  /// The explanation of what is said of a cell with a code or a text (`C`).
  var codeExplanation: ExplanationEntry? {
    switch self {
    case .codeLostZeros:
      ExplanationEntry(
        FindingExplanation(
          meaning: "编码以数字保存，前面的 0 丢了；这一栏的位数固定，补法唯一，已补上。",
          remedy: "把该列设为“文本”格式，再填完整编码。",
          basis: "数值单元格不保存前导零；类 3 位、款和项各 2 位（政府收支分类科目）。",
          example: "前：款“1” → C06，按“01”读；后：文本“01” → 无提示。"),
        FindingExplanation(
          meaning:
            "The code was stored as a number and lost its leading zeros; in a column of fixed width only one code can be meant.",
          remedy: "Give the column the format “text” and enter the whole code.",
          basis: "A number keeps no leading zeros; 类 has 3 digits, 款 and 项 have 2 (the government's classification).",
          example: "Before: 款 “1” → C06, read as “01”. After: the text “01” → nothing is said."))
    case .codeDamaged:
      ExplanationEntry(
        FindingExplanation(
          meaning: "编码以数字保存，超过 15 位的部分已变成 0 或别的数字，不能恢复；照抄只会得到一个错的编码，所以不读取。",
          remedy: "把该列设为“文本”格式，重新填写全部位数。",
          basis: "Excel 只保留 15 位有效数字，其后各位记为 0（Excel 规范与限制）。",
          example: "前：41030223000000009618 变成 4.1030223E+19 → C07；后：文本 41030223000000009618 → 读取。"),
        FindingExplanation(
          meaning:
            "The code was stored as a number: its digits after the fifteenth are lost. A copy would be a wrong code, so it was not read.",
          remedy: "Give the column the format “text” and enter all digits again.",
          basis: "Excel keeps 15 significant digits and turns the others into zeros (Excel specifications and limits).",
          example: "Before: 41030223000000009618 became 4.1030223E+19 → C07. After: entered as text → read."))
    case .codeMalformed:
      ExplanationEntry(
        FindingExplanation(
          meaning: "编码位数不对，或夹有字母、符号，照原样保留；汇总时可能找不到对应科目。",
          remedy: "按规定位数填写：类 3 位、款 2 位、项 2 位，单位代码 3 位或 6 位。",
          basis: "表样定义的 code(3) 等（docs/definitions.md）；含糊的编码不自动改。",
          example: "前：“2O6”（字母 O） → C08；后：“206” → 通过。"),
        FindingExplanation(
          meaning:
            "The code has the wrong length, or something that is no digit. It is kept as it is, and may match nothing.",
          remedy: "Enter as many digits as the column takes.",
          basis: "`code(3)` and so on in the form's definition (docs/definitions.md); an unclear code is not changed.",
          example: "Before: “2O6” with the letter O → C08. After: “206” → passes."))
    case .codeRepeatsAbove:
      ExplanationEntry(
        FindingExplanation(
          meaning: "编码空白而名称与上一行相同，视为同一编码的另一行；两行的金额分别计算。",
          remedy: "不必处理；补填编码更清楚。",
          basis: "表样定义的 blank: as-above（docs/definitions.md）；名称不同就不沿用。",
          example: "第 11 行“津贴补贴”编码空白，上一行 30102 → C13（提示）。"),
        FindingExplanation(
          meaning:
            "The code is blank and the name is that of the row above: another row of the same code, counted on its own.",
          remedy: "Nothing; to enter the code is clearer.",
          basis: "`blank: as-above` in the form's definition (docs/definitions.md); never where the names differ.",
          example: "Row 11, 津贴补贴, has no code; 30102 stands above → C13, a note."))
    case .numberAsText:
      ExplanationEntry(
        FindingExplanation(
          meaning: "文字栏里是一个数（如指标值 0.95），按显示的样子读作文字。",
          remedy: "核对显示的文字是否就是想写的；是则不必处理。",
          basis: "按数字格式读取显示的文字（ECMA-376 第 1 部分 18.8.31）。",
          example: "0.95，格式 0% → 读作“95%”，C15（提示）。"),
        FindingExplanation(
          meaning: "A column of texts holds a number, such as an indicator of 0.95; it was read as it is shown.",
          remedy: "Check that the shown text is what was meant.",
          basis: "It was read under its number format (ECMA-376 part 1, 18.8.31).",
          example: "0.95 with the format 0% → “95%”, C15, a note."))
    case .codeBlank:
      ExplanationEntry(
        FindingExplanation(
          meaning: "明细行没有编码，也不能认定沿用上一行，与其他表无法对应。",
          remedy: "补填编码。",
          basis: "编码不按名称推定：同一名称可有几个编码，如“行政运行”。",
          example: "前：“行政运行”无编码 → C17；后：206 01 01 → 通过。"),
        FindingExplanation(
          meaning:
            "The row of details has no code, and nothing says that it repeats the one above; it matches no row of another form.",
          remedy: "Enter the code.",
          basis: "Codes are not concluded from names: 行政运行 has several.",
          example: "Before: 行政运行 without a code → C17. After: 206 01 01 → passes."))
    case .dateAsText:
      ExplanationEntry(
        FindingExplanation(
          meaning: "文字栏里是日期，原来输入的可能是“1-2”“3/4”之类，被 Excel 改成了日期。",
          remedy: "核对原意；若不是日期，设为“文本”格式后重新填写。",
          basis: "Excel 会把形似日期的输入转为日期（Excel 帮助）。",
          example: "前：指标值“1-2”变成 2023-01-02 → C18；后：文本“1-2”。"),
        FindingExplanation(
          meaning:
            "A column of texts holds a date; what was typed may have been “1-2” or “3/4”, which Excel turned into one.",
          remedy: "Check what was meant; if no date, enter it again as text.",
          basis: "Excel turns what looks like a date into one (Excel help).",
          example: "Before: the indicator “1-2” became 2023-01-02 → C18. After: the text “1-2”."))
    case .indicatorMisread:
      ExplanationEntry(
        FindingExplanation(
          meaning: "指标值像是扫描识别错的符号：“≤”常被认成“W”。只提出，不改动。",
          remedy: "对照原件改正。",
          basis: "只认 W 加数字加 % 的写法；指标是文字，程序不改写。",
          example: "前：“W30%” → C22（提示）；后：“≤30%”。"),
        FindingExplanation(
          meaning:
            "The indicator looks like a sign misread by a scanner: “≤” often becomes “W”. It is told, not changed.",
          remedy: "Correct it from the original.",
          basis: "Only W, a number and % are taken for it; indicators are texts and stay as they are.",
          example: "Before: “W30%” → C22, a note. After: “≤30%”."))
    case .unshowableCharacters:
      ExplanationEntry(
        FindingExplanation(
          meaning: "文字含有 Unicode 私用区字符，多半是从 PDF 复制来的。它没有公认的字形，别处可能显示成方框或别的字。",
          remedy: "对照原件重新输入这些字。",
          basis: "Unicode 标准：U+E000–U+F8FF 及第 15、16 平面为私用区，含义由各方自定。程序不猜。",
          example: "前：“专项\u{E863}费” → C23；后：“专项经费”。"),
        FindingExplanation(
          meaning:
            "The text holds characters from Unicode's private-use areas, most likely copied from a PDF. They have no agreed shape and look different elsewhere.",
          remedy: "Enter these characters again from the original.",
          basis:
            "The Unicode Standard: U+E000–U+F8FF and planes 15 and 16 are for private use. What is meant is not guessed.",
          example: "Before: “专项\u{E863}费” → C23. After: “专项经费”."))
    default: nil
    }
  }
}
