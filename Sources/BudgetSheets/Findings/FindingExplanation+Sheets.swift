extension FindingSentence {
  /// The explanation of what is said of sheets, columns and rows (`S`).
  var sheetExplanation: ExplanationEntry? {
    switch self {
    case .formMissing:
      ExplanationEntry(
        FindingExplanation(
          meaning: "表样要求的表没有交来。凡要用到这张表的规则都无法核对，列为“未能检查”，不算通过。",
          remedy: "请补交该表；没有数据的表也要交，表下写明“故此表无数据”。",
          basis: "表样 set.yaml 的 required 列出必交的表（docs/definitions.md）。",
          example: "前：只有 12 张表，缺预算09表 → S01；后：补上空的预算09表及备注 → 通过。"),
        FindingExplanation(
          meaning:
            "A form that the set requires was not handed in. Rules that need it count as not checked, never as passed.",
          remedy: "Ask for the form; one without data is handed in too, with its note below.",
          basis: "`required` in set.yaml lists the forms that must be there (docs/definitions.md).",
          example: "Before: 12 forms, 预算09表 is not there → S01. After: an empty 09 with its note → passes."))
    case .formTwice:
      ExplanationEntry(
        FindingExplanation(
          meaning: "两张工作表是同一张表。只有一张可见时采用可见的一张；都可见则一张也不采用，因为不知道哪张有效。",
          remedy: "删除作废的一张，或把它移出工作簿。",
          basis: "两个候选不凭运气取舍（docs/architecture.md 第 6 条）。",
          example: "前：“预算03表”和“预算03表 (2)”并存 → S02；后：删去副本 → 正常读取。"),
        FindingExplanation(
          meaning:
            "Two sheets are the same form. If just one is visible it counts; else neither does, since nobody knows which is meant.",
          remedy: "Delete the one that no longer counts, or move it out of the workbook.",
          basis: "Of two candidates none is taken by chance (docs/architecture.md, 6).",
          example: "Before: “预算03表” and “预算03表 (2)” → S02. After: the copy is deleted → read."))
    case .headerNotMatched:
      ExplanationEntry(
        FindingExplanation(
          meaning: "表号或标题说明了是哪张表，但找不到它的栏目，无法知道哪个数属于哪一栏，整张表没有读取。",
          remedy: "按表样恢复表头文字；栏目可以移动、加列，但名称要在。",
          basis: "栏目按表头文字识别，不按列号（docs/architecture.md 第 2 条）。",
          example: "前：表头改成“列1、列2…” → S03；后：恢复“科目编码、合计、基本支出…” → 读取。"),
        FindingExplanation(
          meaning:
            "Code or title name the form, but its headings are not there. No amount has a column, so nothing was read.",
          remedy: "Restore the headings. Columns may move or be added, but their names must be there.",
          basis: "Columns are known by their headings, not by their letters (docs/architecture.md, 2).",
          example: "Before: headings “列1, 列2 …” → S03. After: “科目编码, 合计, 基本支出 …” → read."))
    case .columnMissing:
      ExplanationEntry(
        FindingExplanation(
          meaning: "表样有此栏，工作表没有。该栏的数缺失，用到它的规则无法核对。",
          remedy: "恢复该栏；确无金额的栏留空即可，不要删栏。",
          basis: "表样定义的 columns（docs/definitions.md）。",
          example: "前：删去“特定目标类”栏 → S04；后：恢复空栏 → 通过。"),
        FindingExplanation(
          meaning:
            "The form has this column and the sheet does not. Its amounts are missing and rules that need them are not checked.",
          remedy: "Restore the column; leave it blank where there is nothing, but do not delete it.",
          basis: "`columns` of the form's definition (docs/definitions.md).",
          example: "Before: the column 特定目标类 was deleted → S04. After: restored, blank → passes."))
    case .columnUnknown:
      ExplanationEntry(
        FindingExplanation(
          meaning: "工作表多出一栏，表样里没有。内容照样保存在表外内容中，不参加核对。",
          remedy: "一般不必处理；若是栏目名写错，请改成表样的名称。",
          basis: "表外的内容一律保留并列出（docs/architecture.md 第 5 条）。",
          example: "前：末尾加“备注”栏 → S05（提示）；改名为表样栏目后 → 读入。"),
        FindingExplanation(
          meaning:
            "The sheet has a column that the form lacks. What it holds is kept as outside the form and not checked.",
          remedy: "Mostly nothing. Where the heading is misspelt, use the form's own.",
          basis: "What lies outside the forms is kept and listed (docs/architecture.md, 5).",
          example: "Before: a column 备注 at the end → S05, a note. After: with a heading of the form → read."))
    case .columnAmbiguous:
      ExplanationEntry(
        FindingExplanation(
          meaning: "几栏都符合同一个栏目，读错一栏金额就全错，所以都没有读取。",
          remedy: "恢复上级表头（如“基本支出”“项目支出”），使各个“小计”可以区分。",
          basis: "同名栏目靠上级表头区分（docs/architecture.md 第 2 条）。",
          example: "前：两栏都只写“小计” → S06；后：分别置于“基本支出”“项目支出”之下 → 读取。"),
        FindingExplanation(
          meaning:
            "Several columns fit the same heading. To read the wrong one would spoil every amount, so none was read.",
          remedy: "Restore the headings above (基本支出, 项目支出), so that the columns 小计 can be told apart.",
          basis: "Equal headings are told apart by those above them (docs/architecture.md, 2).",
          example: "Before: two columns that only say 小计 → S06. After: under 基本支出 and 项目支出 → read."))
    case .rowUnknown:
      ExplanationEntry(
        FindingExplanation(
          meaning: "固定行的标签不在表样中，这一行没有归处，金额没有进入任何合计。",
          remedy: "改用表样的标签；确需新增的项目请向财政部门说明。",
          basis: "固定行按编号和文字识别（docs/definitions.md 的 rows 与 aliases）。",
          example: "前：“十、捐赠收入” → S07；后：并入“九、其他收入” → 通过。"),
        FindingExplanation(
          meaning: "The label of the row is not one of the form's, so its amounts belong nowhere and enter no sum.",
          remedy: "Use a label of the form; where a new item is really needed, tell the finance bureau.",
          basis: "Printed rows are known by number and text (`rows` and `aliases`, docs/definitions.md).",
          example: "Before: “十、捐赠收入” → S07. After: merged into “九、其他收入” → passes."))
    case .rowMissing:
      ExplanationEntry(
        FindingExplanation(
          meaning: "表样中的固定行被删掉了，与其他表对应的数便找不到。",
          remedy: "恢复该行，没有金额就留空。",
          basis: "表样定义的固定行（docs/definitions.md）。",
          example: "前：删去“（九）社会保险基金支出” → S08；后：恢复空行 → 通过。"),
        FindingExplanation(
          meaning: "A printed row was deleted, so figures of other forms that belong to it find nothing.",
          remedy: "Restore the row; leave it blank where there is nothing.",
          basis: "The printed rows of the form's definition (docs/definitions.md).",
          example: "Before: （九）社会保险基金支出 was deleted → S08. After: restored, blank → passes."))
    case .rowTwice:
      ExplanationEntry(
        FindingExplanation(
          meaning: "同一固定行出现两次，只采用第一行；第二行的金额没有进入核对。",
          remedy: "合并两行的金额，删去重复行。",
          basis: "每个固定行只有一个标签路径（docs/architecture.md 第 2 条）。",
          example: "前：两行“六、科学技术”各 200.00、319.91 → S09；后：一行 519.91 → 通过。"),
        FindingExplanation(
          meaning: "A printed row stands twice; the first was used, and the amounts of the second were not checked.",
          remedy: "Put the amounts of both into one row and delete the other.",
          basis: "A printed row has one label path (docs/architecture.md, 2).",
          example: "Before: two rows 六、科学技术 of 200.00 and 319.91 → S09. After: one of 519.91 → passes."))
    case .labelDiffers:
      ExplanationEntry(
        FindingExplanation(
          meaning: "行的编号与文字指向不同的项目，已按更可靠的一方读取；如果读反了，金额就归错了类。",
          remedy: "对照表样，把编号和文字改成同一项。",
          basis: "编号与文字应当一致；只有一行符合的文字优先，否则以编号为准（docs/architecture.md）。",
          example: "前：“（九）医疗卫生与计划生育支出” → S10；后：“（九）社会保险基金支出” → 通过。"),
        FindingExplanation(
          meaning:
            "Number and text of the label name different items; the more certain was used. If that is wrong, so is the class.",
          remedy: "Compare with the form and make both name the same item.",
          basis: "A text that only one row has counts, else the number does (docs/architecture.md).",
          example: "Before: “（九）医疗卫生与计划生育支出” → S10. After: “（九）社会保险基金支出” → passes."))
    case .rowUnclassified:
      ExplanationEntry(
        FindingExplanation(
          meaning: "看不出这一行是合计、部门、单位还是明细。原样保留，但不参加汇总，合计可能因此不平。",
          remedy: "补全编码和名称；若是说明文字，移到表下的附注中。",
          basis: "自由行的层级由填了哪些编码栏判断（docs/definitions.md 的 rows）。",
          example: "前：只有名称“机关”和金额的一行 → S11；后：补上单位代码 250001 → 归入单位行。"),
        FindingExplanation(
          meaning:
            "The row is neither total, department, unit nor detail. It is kept, but enters no sum, which may then fail.",
          remedy: "Complete code and name; a remark belongs among the notes below the form.",
          basis: "The level of a free row is told by the code columns that it fills (`rows`, docs/definitions.md).",
          example: "Before: a row with a name and an amount only → S11. After: with the unit code 250001 → a unit."))
    case .sheetUnknown:
      ExplanationEntry(
        FindingExplanation(
          meaning: "这张工作表不是表样中的任何一张，例如封面、目录、测算底稿。内容保留，不参加核对。",
          remedy: "不必处理；若其实是预算表，请补上表号和标题。",
          basis: "表外的内容一律保留并列出（docs/architecture.md 第 5 条）。",
          example: "前：多出“封面”工作表 → S12（提示）。"),
        FindingExplanation(
          meaning: "The sheet is none of the forms: a cover, a table of contents, a draft. It is kept and not checked.",
          remedy: "Nothing. Where it is meant as a form, add code and title.",
          basis: "What lies outside the forms is kept and listed (docs/architecture.md, 5).",
          example: "Before: a sheet 封面 → S12, a note."))
    case .sheetHidden:
      ExplanationEntry(
        FindingExplanation(
          meaning: "预算表所在的工作表被隐藏。内容照样读取和核对，但看的人可能以为没有这张表。",
          remedy: "右键工作表标签，取消隐藏；不该交的请删除。",
          basis: "ECMA-376 第 1 部分 18.2.19（sheet 的 state 属性）；隐藏内容照常读取。",
          example: "前：预算08表被隐藏 → S13；后：取消隐藏 → 通过。"),
        FindingExplanation(
          meaning: "The sheet of a form is hidden. It is read and checked, but whoever opens the workbook may miss it.",
          remedy: "Show the sheet; delete it if it should not be handed in.",
          basis: "ECMA-376 part 1, 18.2.19 (`state` of a sheet); what is hidden is read all the same.",
          example: "Before: 预算08表 is hidden → S13. After: shown → passes."))
    case .rowHidden:
      ExplanationEntry(
        FindingExplanation(
          meaning: "这一行被隐藏或筛选掉，照样读取；它的金额可能计入合计，也可能被漏掉，肉眼核对不出。",
          remedy: "取消隐藏或清除筛选；确要隐藏的请说明原因。",
          basis: "ECMA-376 第 1 部分 18.3.1.73（row 的 hidden 属性）；SUM 计入隐藏行，SUBTOTAL(109) 不计。",
          example: "前：第 12 行隐藏，合计少 12.00 → S14；后：显示该行并计入 → 通过。"),
        FindingExplanation(
          meaning:
            "The row is hidden or filtered out, and was read. A sum may count it or leave it out, which the eye cannot tell.",
          remedy: "Show the row, or clear the filter; else explain why it is hidden.",
          basis: "ECMA-376 part 1, 18.3.1.73 (`hidden` of a row); SUM counts hidden rows, SUBTOTAL(109) does not.",
          example: "Before: row 12 hidden, the total 12.00 short → S14. After: shown and counted → passes."))
    case .columnHidden:
      ExplanationEntry(
        FindingExplanation(
          meaning: "这一栏被隐藏，照样读取；看表的人看不到其中的金额。",
          remedy: "取消隐藏；确要隐藏的请说明原因。",
          basis: "ECMA-376 第 1 部分 18.3.1.13（col 的 hidden 属性）；隐藏内容照常读取。",
          example: "前：“资本性支出”栏隐藏 → S15；后：取消隐藏 → 通过。"),
        FindingExplanation(
          meaning: "The column is hidden, and was read; whoever looks at the form does not see its amounts.",
          remedy: "Show the column, or explain why it is hidden.",
          basis: "ECMA-376 part 1, 18.3.1.13 (`hidden` of a column); what is hidden is read all the same.",
          example: "Before: the column 资本性支出 is hidden → S15. After: shown → passes."))
    case .formByHeader:
      ExplanationEntry(
        FindingExplanation(
          meaning: "工作表没有表号，也没有标题，只凭表头认出是哪张表。",
          remedy: "补写表号和标题，便于核对和公开。",
          basis: "识别次序：表号、标题、工作表名、表头（docs/architecture.md）。",
          example: "前：首行就是表头 → S21（提示）；后：上方写“预算03表” → 无提示。"),
        FindingExplanation(
          meaning: "The sheet has neither code nor title; its headings alone say which form it is.",
          remedy: "Add code and title, for readers and for publication.",
          basis: "A sheet is known by code, then title, name, headings (docs/architecture.md).",
          example: "Before: the headings are in the first row → S21, a note. After: 预算03表 above → nothing."))
    case .sheetNameDisagrees:
      ExplanationEntry(
        FindingExplanation(
          meaning: "工作表标签写的是另一张表，以表内的表号、标题为准。",
          remedy: "把标签改成表内的表号，以免看错。",
          basis: "表内的文字优先于工作表名（docs/architecture.md）。",
          example: "前：标签“预算04表”，表内是预算03表 → S22（提示）；后：标签改为“预算03表”。"),
        FindingExplanation(
          meaning: "The tab names another form; code and title inside the sheet count.",
          remedy: "Rename the tab, so that nobody is misled.",
          basis: "What stands inside a sheet outweighs its name (docs/architecture.md).",
          example: "Before: the tab 预算04表 over form 03 → S22, a note. After: renamed 预算03表."))
    case .amountBelowNotes:
      ExplanationEntry(
        FindingExplanation(
          meaning: "附注以下还有数字。它在表格之外，没有计入任何合计，可能是漏填到表里的一行。",
          remedy: "属于本表的移到附注以上；草算的请删除。",
          basis: "遇到“注”“备注”即为表尾（表样 set.yaml 的 notes）；其下内容列为表外。",
          example: "前：备注下一行写着 45.00 → S23；后：移入明细行 → 计入合计。"),
        FindingExplanation(
          meaning:
            "A number stands below the notes, outside the form. It is in no sum, and may be a row that was put in the wrong place.",
          remedy: "Move it above the notes where it belongs to the form; delete it where it is a draft.",
          basis: "A note ends the form (`notes` in set.yaml); what follows is listed as outside.",
          example: "Before: 45.00 below the note → S23. After: in a row of details → counted."))
    case .totalUnlabelledTwice:
      ExplanationEntry(
        FindingExplanation(
          meaning: "出现第二个合计行（如分页小计）。只认第一个，第二个不参加核对；若两者都加，金额会翻倍。",
          remedy: "只留一个合计行。",
          basis: "表样的 rows 只有一级合计（docs/definitions.md）。",
          example: "前：表中间和末尾各有“合计” → S24；后：删去中间的一行 → 通过。"),
        FindingExplanation(
          meaning:
            "There is a second total, such as that of a page. Only the first counts; to add both would double the amounts.",
          remedy: "Keep one total row.",
          basis: "`rows` of the form has one total (docs/definitions.md).",
          example: "Before: 合计 in the middle and at the end → S24. After: the one in the middle deleted → passes."))
    case .formAmbiguous:
      ExplanationEntry(
        FindingExplanation(
          meaning: "工作表同样像两张表（例如表头相同的 03 表与 05 表），表号和标题又不能区分，因此没有读取。",
          remedy: "在表上补写表号，如“预算05表”。",
          basis: "两个候选不凭运气取舍（docs/architecture.md 第 6 条）。",
          example: "前：无表号、标题的支出表 → S25；后：写上“预算05表” → 读取。"),
        FindingExplanation(
          meaning:
            "The sheet fits two forms equally (03 and 05 have the same headings), and neither code nor title decides; it was not read.",
          remedy: "Put the code on the form, as 预算05表.",
          basis: "Of two candidates none is taken by chance (docs/architecture.md, 6).",
          example: "Before: a form of expenditure without code or title → S25. After: 预算05表 above → read."))
    case .titleDisagrees:
      ExplanationEntry(
        FindingExplanation(
          meaning: "表号或标题写的是别的表，而表头只符合这一张，按表头读取。通常是复制工作表后忘了改标题。",
          remedy: "更正表号和标题。",
          basis: "只有一张表的表头符合时，表头胜过标题（docs/architecture.md）。",
          example: "前：预算11表的表头，标题却是“预算12表” → S26；后：标题改正 → 通过。"),
        FindingExplanation(
          meaning:
            "Code or title are those of another form, but only this form has such headings. Mostly a copied sheet.",
          remedy: "Correct code and title.",
          basis: "Where the headings fit one form only, they outweigh the title (docs/architecture.md).",
          example: "Before: the headings of 11 under the title of 12 → S26. After: the title corrected → passes."))
    case .numberOutside:
      ExplanationEntry(
        FindingExplanation(
          meaning: "表格行内有一个数，却不在任何栏目之下，没有计入。常见于错填到旁边的空列。",
          remedy: "移到正确的栏目；不需要的请删除。",
          basis: "表外的内容一律保留并列出（docs/architecture.md 第 5 条）。",
          example: "前：K9 的 12.00 在表格右侧 → S28；后：移到 J9“特定目标类” → 计入。"),
        FindingExplanation(
          meaning:
            "A number stands in a row of the form but under none of its headings, and was not counted. Mostly one column too far.",
          remedy: "Move it under the right heading, or delete it.",
          basis: "What lies outside the forms is kept and listed (docs/architecture.md, 5).",
          example: "Before: 12.00 in K9, right of the form → S28. After: in J9 under 特定目标类 → counted."))
    case .columnNumbers:
      ExplanationEntry(
        FindingExplanation(
          meaning: "表头下的一行是栏次（1、2、3…），没有当作金额。",
          remedy: "不必处理；若其实是数据，请在前面补上编码和名称。",
          basis: "表样 set.yaml 的 column_numbers 列出栏次行的字样。",
          example: "“栏次 1 2 3 4” → S29（提示）。"),
        FindingExplanation(
          meaning: "The row below the headings numbers the columns; it was not taken for amounts.",
          remedy: "Nothing. Where it is data, add code and name.",
          basis: "`column_numbers` in set.yaml names the words of such a row.",
          example: "“栏次 1 2 3 4” → S29, a note."))
    case .textContinues:
      ExplanationEntry(
        FindingExplanation(
          meaning: "上一行的文字在下一行继续，两行合并为一段读取。",
          remedy: "不必处理；要保持整段，可写在同一单元格内换行。",
          basis: "没有自己标题的文字行属于它上面的项目（docs/architecture.md）。",
          example: "“保障机关”与下一行“正常运转” → 合为一段，S30（提示）。"),
        FindingExplanation(
          meaning: "A text goes on in the next row; both were read as one.",
          remedy: "Nothing. To keep it together, break the line within the cell.",
          basis: "A row of text without a heading of its own belongs to what stands above (docs/architecture.md).",
          example: "“保障机关” and “正常运转” below → one text, S30, a note."))
    default: nil
    }
  }
}
