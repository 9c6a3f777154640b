extension FindingSentence {
  /// The explanation of what is said of the workbook of the year before (`sheets check --prior`).
  var priorExplanation: ExplanationEntry? {
    switch self {
    case .priorMissing:
      ExplanationEntry(
        FindingExplanation(
          meaning: "用 --prior 给出的文件中，没有编码或名称与本部门相同、又能读取的工作簿。与上年有关的规则因此未能检查，也不显示增减。",
          remedy: "核对上年工作簿中的部门编码和名称；部门改名的，单独检查并用 --prior 直接指定它上年的文件。",
          basis: "先按编码，再按完整的名称对应，从不按相近的名称（docs/checking.md）。",
          example: "前：上年/ 中只有“101 财政局” → 250 科技局的工作簿 F10；后：补上科技局上年的工作簿 → 显示增减。"),
        FindingExplanation(
          meaning:
            "None of the files of --prior has the department's code or name and can be read. Rules that speak of the year before are not checked, and no growth is shown.",
          remedy:
            "Look at code and name in last year's workbook; of a department with a new name, check it alone and name its file with --prior.",
          basis: "By code, else by the whole name, never by a similar one (docs/checking.md).",
          example:
            "Before: the folder holds “101 财政局” only → F10 of 250 科技局. After: its workbook is there → growth is shown.")
      )
    case .priorTwice:
      ExplanationEntry(
        FindingExplanation(
          meaning: "上年的文件中有几个属于本部门，不知道哪一个是最后定下来的，所以都没有采用。",
          remedy: "只留下定稿的一个，其余移到别处。",
          basis: "几个同样合适的文件不凭运气取舍（docs/architecture.md 第 6 条）。",
          example: "前：上年/ 中有“科技局.xlsx”和“科技局（改）.xlsx” → F11；后：只留一个 → 显示增减。"),
        FindingExplanation(
          meaning:
            "Several of last year's files are the department's. Nobody knows which one was final, so none was taken.",
          remedy: "Leave the final one, and move the others elsewhere.",
          basis: "Of several that fit equally none is taken by chance (docs/architecture.md, 6).",
          example: "Before: “科技局.xlsx” and “科技局（改）.xlsx” → F11. After: one of them → growth is shown."))
    case .priorOfUnknownSet:
      ExplanationEntry(
        FindingExplanation(
          meaning: "上年用的是另一套表样，而本年的表样没有写明各栏各行由上年的哪一栏哪一行而来，不能比较。",
          remedy: "请维护表样的人在本年表样中写明对应关系，见 docs/definitions.md。",
          basis: "不同年度的表样只按写明的对应关系转换，不按相似的文字猜测。",
          example: "前：上年工作簿是 luoyang-2019 的，本年表样没有它的对应关系 → F12；后：补上对应关系 → 显示增减。"),
        FindingExplanation(
          meaning:
            "The year before had another form set, and this year's does not say which of its columns and rows succeed which.",
          remedy: "Let whoever looks after the form set write down what succeeds what: docs/definitions.md.",
          basis: "Books go over from one set into another by what is written down, never by similar words.",
          example:
            "Before: last year's workbook is of luoyang-2019, of which the set says nothing → F12. After: it does → growth is shown."
        ))
    case .priorNotOlder:
      ExplanationEntry(
        FindingExplanation(
          meaning: "作为上年采用的工作簿写的年度与本工作簿相同或更晚，可能拿错了文件，也可能有一个年度写错。比较照常进行，但结果可能没有意义。",
          remedy: "核对两个工作簿各表标题中的年度；拿错了就换用上年的文件。",
          basis: "年度取自各表的标题；程序不按文件名猜测年度。",
          example: "前：--prior 给出的也是 2023 年的工作簿 → F13；后：换成 2022 年的 → 无提示。"),
        FindingExplanation(
          meaning:
            "The workbook taken for last year's states the same year or a later one: it may be the wrong file, or a year was mistyped. It was compared all the same, perhaps for nothing.",
          remedy: "Look at the years in the titles of both workbooks; take last year's file.",
          basis: "The year is that of the titles; no file name is trusted.",
          example: "Before: the workbook of --prior is of 2023 too → F13. After: that of 2022 → nothing is said."))
    case .priorOfOtherName:
      ExplanationEntry(
        FindingExplanation(
          meaning: "作为上年采用的工作簿，编码与本部门相同而名称不同，或者是用 --prior 单独指定的、编码不同的文件（这时是“需说明”）。",
          remedy: "部门只是改了名称或编码，就不必处理；不是同一个部门，就换用它自己上年的文件。",
          basis: "编码相同的，或由使用者直接指明的，不是猜测，所以采用并说明。",
          example: "前：上年写“工信科技金融办”，本年写“科技和工业信息化局” → F14；后：名称一致 → 无提示。"),
        FindingExplanation(
          meaning:
            "The workbook taken for the year before has the department's code and another name; or it is a single file named with --prior that has another code, which is a warning.",
          remedy: "Nothing, if the department only got a new name or code; else name its own file.",
          basis: "A code that agrees, or a file that was named, is no guess; it is said all the same.",
          example: "Before: last year “工信科技金融办”, this year “科技和工业信息化局” → F14. After: one name → nothing is said."))
    case .priorOfOtherCode:
      ExplanationEntry(
        FindingExplanation(
          meaning: "上年的文件中没有本部门编码的工作簿，只有一个名称相同、编码不同的。名称相同不足以认定是同一部门，所以没有采用。",
          remedy: "编码确实改过的，单独检查本部门的工作簿，用 --prior 直接指定该文件；编码写错的，请改正。",
          basis: "两边都有编码时以编码为准，名称只在一边没有编码时才算数（docs/checking.md）。",
          example: "前：上年“777 档案馆”，本年“301 档案馆” → F15；后：check 301.xlsx --prior 777.xlsx → F14，显示增减。"),
        FindingExplanation(
          meaning:
            "None of last year's files has the department's code; one has its name and another code. A name alone does not make it the same department, so it was not taken.",
          remedy:
            "If the code was changed, check this workbook alone and name that file with --prior; if it was mistyped, correct it.",
          basis: "Where both sides have a code it decides; the name counts only where one has none (docs/checking.md).",
          example:
            "Before: last year “777 档案馆”, this year “301 档案馆” → F15. After: check 301.xlsx --prior 777.xlsx → F14, and growth is shown."
        ))
    case .priorYearsAgo:
      ExplanationEntry(
        FindingExplanation(
          meaning: "作为上年采用的工作簿早了不止一年。比较和与上年有关的规则照常进行，但说的是那一年，不是上年。",
          remedy: "有上年的工作簿就换用；没有的，看结果时注意年度。",
          basis: "年度取自各表的标题；增减的文字写明那一年，只有正好早一年的才写“较上年”。",
          example: "前：2023 年的工作簿与 2021 年的比较 → F16，“较2021年减少…”；后：换成 2022 年的 → “较上年减少…”。"),
        FindingExplanation(
          meaning:
            "The workbook taken for the year before is older than that. It was compared, and rules that speak of the year before were judged, but by that year.",
          remedy: "Take last year's workbook where there is one; else mind the year when reading the result.",
          basis:
            "The year is that of the titles. Growth is told against that year, and against the year before only where it is.",
          example:
            "Before: a workbook of 2023 beside one of 2021 → F16, “less than in 2021”. After: that of 2022 → “less than the year before”."
        ))
    default: nil
    }
  }
}
