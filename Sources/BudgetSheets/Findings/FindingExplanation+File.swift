extension FindingSentence {
  /// The explanation of what is said of a whole file (`F`) or against a dictionary (`L`).
  var fileExplanation: ExplanationEntry? {
    switch self {
    case .noFormInWorkbook:
      ExplanationEntry(
        FindingExplanation(
          meaning: "没有一张工作表的表号、标题或表头与任何一套表样相符，因此什么也没有读取，也没有核对。",
          remedy: "确认文件没有交错；若只有图片或截图，请改交可编辑的工作簿；若表头被删，请恢复表头。",
          basis: "先按表号、标题，再按工作表名和表头识别；一项也不符合时不猜测（docs/architecture.md）。",
          example: "前：工作簿里只有一张“通讯录” → F01；后：交来含预算01表–13表的工作簿 → 正常读取。"),
        FindingExplanation(
          meaning:
            "No sheet has the code, the title or the headings of a form of any set, so nothing was read or checked.",
          remedy:
            "Make sure that it is the right file. Ask for a workbook where there are only pictures; restore the headings.",
          basis:
            "A sheet is known by code, title, name or headings; where none fits, nothing is guessed (docs/architecture.md).",
          example: "Before: a workbook with a list of telephone numbers → F01. After: the workbook of the forms → read."
        ))
    case .severalFormSets:
      ExplanationEntry(
        FindingExplanation(
          meaning: "工作簿同样符合两套以上表样（例如两个年度）。选错一套，栏目和规则都会错，所以没有读取。",
          remedy: "用 --set 指定表样；或在各表标题中写明年度。",
          basis: "两个同样合适的候选不凭运气取舍（docs/architecture.md 第 6 条）。",
          example: "前：sheets check 上报.xlsx → F02；后：sheets check 上报.xlsx --set luoyang-2023 → 正常核对。"),
        FindingExplanation(
          meaning:
            "Two or more form sets fit equally well, as those of two years may. The wrong one would bring wrong columns and rules.",
          remedy: "Name the set with --set, or put the year into the titles of the forms.",
          basis: "Of two candidates that fit equally none is taken by chance (docs/architecture.md, 6).",
          example: "Before: sheets check in.xlsx → F02. After: sheets check in.xlsx --set luoyang-2023 → checked."))
    case .sheetOfOtherSet:
      ExplanationEntry(
        FindingExplanation(
          meaning: "工作簿按全部工作表一起选定一套表样；这张工作表的栏目却完整地符合另一套表样，而不符合选定的这一套。多半是误用了别的年度的旧表。",
          remedy: "换成选定表样的表后重报；确要按另一套表样读取，用 --set 指定。旧表可先用 sheets convert 转换。",
          basis: "只有另一套表样的栏目（或标签）全部找到、且多于选定的一套时才报；按错的表样读数会张冠李戴，所以不读。",
          example: "前：新表中夹着一张旧年度的项目绩效目标表 → F08；后：换成新表 → 正常读取。"),
        FindingExplanation(
          meaning:
            "The set is chosen over all sheets together, but all headings of this sheet are those of a form of another set. An old form was probably used.",
          remedy:
            "Replace it by the form of the chosen set, or name the other set with --set. “sheets convert” carries old forms over.",
          basis:
            "Told only where every column (or label) of the other form is there, and more of them than of the chosen set. Reading it by the wrong set would put amounts into wrong columns.",
          example: "Before: a performance form of an older year among new forms → F08. After: replaced → read."))
    case .nothingFilledIn:
      ExplanationEntry(
        FindingExplanation(
          meaning: "认出的各表中没有一个金额。空表的各项合计都是零，规则自然全部成立，但这不说明预算是对的。",
          remedy: "请填好后重新报送；部门当年确无收支的，在“说明”中写明。",
          basis: "0 和 0.00 是填写的数，不算空白；只要有一个金额就不报。",
          example: "前：把下发的空表原样交回 → F17；后：填好 → 按规则核对。"),
        FindingExplanation(
          meaning:
            "No form that was recognised holds an amount. All sums of blank forms are zero, so that every rule holds; that does not make a budget right.",
          remedy: "Fill the forms in and submit them again. Explain it where there really is nothing to report.",
          basis: "A typed 0 is an amount. One amount is enough for nothing to be said.",
          example: "Before: issued forms come back as they were → F17. After: filled in → judged by the rules."))
    case .formsAbsent:
      ExplanationEntry(
        FindingExplanation(
          meaning: "这套表样不要求交齐各表；没有交的表列在这里，涉及它们的规则记为“未能检查”，不算通过。",
          remedy: "本来没有的表不用处理；漏交的请补上。",
          basis: "set.yaml 的 required 列出必须有的表，其他的可缺。",
          example: "前：公布的旧年度预算只有其中四张表 → F09；后：补齐 → 无提示。"),
        FindingExplanation(
          meaning:
            "The set does not require these forms. Rules that speak of them count as not checked, never as passed.",
          remedy: "Nothing, unless a form was forgotten.",
          basis: "`required` of set.yaml names the forms that must be there.",
          example: "Before: a published budget shows four of the forms → F09. After: all are there → nothing is said."))
    case .stampOfOtherSet:
      ExplanationEntry(
        FindingExplanation(
          meaning: "工作簿由本程序生成，但其中记下的表样名称或版本不是现在读取所用的。栏目可能已有增减。",
          remedy: "核对是否用了旧表；需要时用新表样重新下发，或用 --set 指定原来的表样。",
          basis: "每个生成的工作簿都在文档属性中记下表样和版本；表样的 accepts 列出可接受的旧版本。",
          example: "前：标记为 luoyang-2022 2022.1 → F03；后：按 luoyang-2023 重新填报 → 无提示。"),
        FindingExplanation(
          meaning:
            "The workbook was made by this program for another set or version than it was now read as; columns may differ.",
          remedy: "Find out whether an old form was used. Issue the new one, or name the old set with --set.",
          basis:
            "Every workbook written bears its set and version in its properties; a set's `accepts` lists older versions.",
          example:
            "Before: stamped luoyang-2022 2022.1 → F03. After: filled in again on luoyang-2023 → nothing is said."))
    case .nameDiffersFromCode:
      ExplanationEntry(
        FindingExplanation(
          meaning: "编码在字典中另有名称。编码和名称必有一个不对；汇总按编码进行，编码若错，金额就归错了科目。",
          remedy: "先看编码是否正确；编码正确就按字典改名称，名称正确就改编码。",
          basis: "财政部《政府收支分类科目》当年版本；编码和名称都不自动改写。",
          example: "前：2060499 其他技术开发支出 → L01；后：2060499 其他技术研究与开发支出 → 通过。"),
        FindingExplanation(
          meaning: "The dictionary knows the code by another name, so one of the two is wrong. Sums go by the code.",
          remedy: "Look at the code first. Where it is right, correct the name; else the code.",
          basis:
            "The government's classification of revenue and expenditure of the year; neither is changed by itself.",
          example: "Before: 2060499 其他技术开发支出 → L01. After: 2060499 其他技术研究与开发支出 → passes."))
    case .codeNotListed:
      ExplanationEntry(
        FindingExplanation(
          meaning: "字典里没有这个编码，可能是输错，也可能是当年新增或已经取消的科目。字典并不完整，所以只要求说明。",
          remedy: "对照当年的《政府收支分类科目》；编码有误就更正，确实存在就在说明中写明。",
          basis: "财政部《政府收支分类科目》；字典文件随表样附带（templates/ 下的 .csv）。",
          example: "前：2069901 误作 2096901 → L02；后：改为 2069901 → 通过。"),
        FindingExplanation(
          meaning:
            "The dictionary lacks the code: a slip, or a code that is new or was dropped. It is not complete, so this asks for a word only.",
          remedy: "Look the code up in this year's classification. Correct it, or say that it exists.",
          basis: "The government's classification; the dictionaries are the .csv files of the form set.",
          example: "Before: 2069901 typed as 2096901 → L02. After: 2069901 → passes."))
    default: nil
    }
  }
}
