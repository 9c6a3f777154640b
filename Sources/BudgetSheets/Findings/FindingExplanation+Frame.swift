extension FindingSentence {
  /// The explanation of what is said of the lines around a form: unit, year and department (`S`).
  var frameExplanation: ExplanationEntry? {
    switch self {
    case .unitMissing:
      ExplanationEntry(
        FindingExplanation(
          meaning: "表上没有“单位：万元”一类的字样，按表样的单位读取；若实际填的是元，全表会差一万倍。",
          remedy: "在表头右上方补写“单位：万元”。",
          basis: "单位逐表读取（表样 set.yaml 的 unit 与 labels）。",
          example: "前：无单位，589.34 → S16，按 589.34 万元；后：写明“单位：万元” → 无提示。"),
        FindingExplanation(
          meaning: "No unit is stated, so the set's was assumed. Were the amounts in 元, all would be wrong by 10,000.",
          remedy: "Write 单位：万元 above the form.",
          basis: "The unit is read from each sheet (`unit` and `labels` in set.yaml).",
          example: "Before: 589.34 and no unit → S16, read as 589.34 万元. After: 单位：万元 → nothing is said."))
    case .unitConverted:
      ExplanationEntry(
        FindingExplanation(
          meaning: "本表的单位与表样不同，金额已按十进制准确换算，没有舍入；原来的数字也保留着。",
          remedy: "不必处理；对外公开时请统一单位。",
          basis: "金额以分为单位的整数保存（docs/architecture.md 第 3 条）。",
          example: "单位：元，5893400 → 589.34 万元，S17（提示）。"),
        FindingExplanation(
          meaning:
            "The sheet has another unit than the set. Amounts were converted exactly, in decimal; what was written is kept.",
          remedy: "Nothing; use one unit in what is published.",
          basis: "An amount is a whole count of 分 (docs/architecture.md, 3).",
          example: "单位：元, 5893400 → 589.34 万元, S17, a note."))
    case .unitUnclear:
      ExplanationEntry(
        FindingExplanation(
          meaning: "单位字样含糊或自相矛盾（如“元/万元”），换算可能差一万倍，因此本表金额一律没有读取。",
          remedy: "只写一个单位，如“单位：万元”。",
          basis: "不猜单位（docs/architecture.md 第 6 条）。",
          example: "前：“单位：万元”“单位：元”并存 → S27；后：删去一个 → 读取。"),
        FindingExplanation(
          meaning:
            "The unit is unclear or contradicts itself. A wrong one is wrong by 10,000, so no amount of the form was read.",
          remedy: "State one unit, as 单位：万元.",
          basis: "Units are not guessed (docs/architecture.md, 6).",
          example: "Before: 单位：万元 and 单位：元 on one form → S27. After: one of them removed → read."))
    case .yearUnexpected:
      ExplanationEntry(
        FindingExplanation(
          meaning: "标题中的年度不在这套表样适用的年度之内，栏目和科目可能已变。",
          remedy: "核对是否沿用了上年的表；年度正确时换用当年的表样。",
          basis: "表样 set.yaml 的 years。",
          example: "前：标题“2024年…”，表样适用 2023 → S18；后：标题改正或换表样。"),
        FindingExplanation(
          meaning: "The year in the titles is not one that the set is meant for; columns and codes may have changed.",
          remedy: "See whether last year's workbook was used; where the year is right, use its set.",
          basis: "`years` in set.yaml.",
          example: "Before: “2024年…” on the forms of 2023 → S18. After: the title corrected, or the right set."))
    case .yearDiffers:
      ExplanationEntry(
        FindingExplanation(
          meaning: "这张表的年度与其他表不同，可能混入了上年的表，表间核对便没有意义。",
          remedy: "改正标题；若确是上年的表，换成当年的。",
          basis: "一个工作簿属于一个年度，以多数表为准（docs/architecture.md）。",
          example: "前：12 张表为 2023 年，预算07表为 2022 年 → S19；后：全部 2023 年 → 通过。"),
        FindingExplanation(
          meaning:
            "The form names another year than the others: last year's form may have slipped in, and comparing it means nothing.",
          remedy: "Correct the title, or put in this year's form.",
          basis: "A workbook is of one year, that of most forms (docs/architecture.md).",
          example: "Before: 12 forms of 2023, 预算07表 of 2022 → S19. After: all of 2023 → passes."))
    case .yearMissing:
      ExplanationEntry(
        FindingExplanation(
          meaning: "没有一张表写明年度，无法判断是不是当年的预算。",
          remedy: "在标题中写明年度，如“2023年部门支出预算表”。",
          basis: "年度取自各表标题；表样的 title 含 {year}（docs/definitions.md）。",
          example: "前：“部门支出预算表” → S31；后：“2023年部门支出预算表” → 通过。"),
        FindingExplanation(
          meaning: "No form names a year, so nobody can tell whether it is this year's budget.",
          remedy: "Put the year into the titles.",
          basis: "The year comes from the titles, `{year}` in a form's `title` (docs/definitions.md).",
          example: "Before: 部门支出预算表 → S31. After: 2023年部门支出预算表 → passes."))
    case .departmentDiffers:
      ExplanationEntry(
        FindingExplanation(
          meaning: "这张表的部门名称与其他表不同，可能混入了别的部门的表，也可能用了简称。名称相近也不视为同一部门。",
          remedy: "统一为规范名称；若是别的部门的表，换回本部门的。",
          basis: "部门不按相近的名称合并（docs/architecture.md 第 6 条）。",
          example: "前：“工信科技局”与“科技和工业信息化局” → S20；后：各表一致 → 通过。"),
        FindingExplanation(
          meaning:
            "The form names another department: another's form may have slipped in, or a short name was used. Similar is not the same.",
          remedy: "Use the full name everywhere, or put in the department's own form.",
          basis: "Departments are never merged by similar names (docs/architecture.md, 6).",
          example: "Before: 工信科技局 beside 科技和工业信息化局 → S20. After: one name → passes."))
    case .departmentMissing:
      ExplanationEntry(
        FindingExplanation(
          meaning: "没有一张表写明部门名称，汇总时不知道归谁。",
          remedy: "在表上补写“部门名称：…”。",
          basis: "部门名称取自表上方的一行（表样 set.yaml 的 labels）。",
          example: "前：没有部门名称 → S32；后：“部门名称：某某局” → 通过。"),
        FindingExplanation(
          meaning: "No form names the department, so nobody knows whose budget it is.",
          remedy: "Add the line 部门名称：….",
          basis: "The department comes from a line above a form (`labels` in set.yaml).",
          example: "Before: no department → S32. After: 部门名称：某某局 → passes."))
    case .totalRowMissing:
      ExplanationEntry(
        FindingExplanation(
          meaning: "有明细而没有合计行：全表合计无从核对，与其他表的关系也无法检查。",
          remedy: "补上合计行；多半是删行时误删。",
          basis: "表样的各级行（定义文件的 rows）：每一级是下一级之和。",
          example: "前：删去“合计”一行 → S33，有关规则记为未能检查；后：补上合计 → 通过。"),
        FindingExplanation(
          meaning:
            "There are details but no total: it cannot be checked, nor can the rules between forms that need it.",
          remedy: "Add the row of the total; most often it was removed by mistake.",
          basis: "The levels of rows in the definition: each is the sum of the next one below.",
          example: "Before: the row 合计 removed → S33, its rules not checked. After: added again → passes.")
      )
    case .levelRowMissing:
      ExplanationEntry(
        FindingExplanation(
          meaning: "有明细而没有部门（或单位）汇总行，明细只能与合计核对。",
          remedy: "补上汇总行，写明编码和名称。",
          basis: "表样的各级行（定义文件的 rows）中不可缺的一级。",
          example: "前：删去部门一行 → S34；后：补上 → 通过。"),
        FindingExplanation(
          meaning:
            "There are details but no row for the department (or unit), so they are checked against the total alone.",
          remedy: "Add the row, with its code and name.",
          basis: "A level of rows in the definition that may not be left out.",
          example: "Before: the department's row removed → S34. After: added → passes.")
      )
    case .amountUnclassified:
      ExplanationEntry(
        FindingExplanation(
          meaning: "该行有金额，却看不出是合计、部门、单位还是明细，因而没有计入任何合计。",
          remedy: "补全编码和名称；是合计行的，写明“合计”。",
          basis: "行按编码栏和名称归入表样的各级；归不进的行保留原样，不参加汇总，也不猜测。",
          example: "前：“其他 5.00”没有编码 → S35；后：填上编码 → 计入合计。"),
        FindingExplanation(
          meaning: "The row holds an amount, but nothing says whether it is a total, a department, a unit or a detail.",
          remedy: "Complete its code and name; a total says so in its label.",
          basis: "Rows are told by their codes and names; what fits no level is kept as it is and counts nowhere.",
          example: "Before: “其他 5.00” without a code → S35. After: with its code → it counts.")
      )
    default: nil
    }
  }
}
