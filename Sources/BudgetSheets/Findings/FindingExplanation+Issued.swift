extension FindingSentence {
  /// The explanation of what is said of an issued workbook that comes back.
  var issuedExplanation: ExplanationEntry? { issuedFileExplanation ?? issuedFormExplanation }

  private var issuedFileExplanation: ExplanationEntry? {
    switch self {
    case .issueOutdated:
      ExplanationEntry(
        FindingExplanation(
          meaning: "工作簿下发时所用的表样定义与现在的不同：栏目、规则或字典可能已改。仍按现在的定义读取和核对，但不核对印制的文字和公式。",
          remedy: "向下发单位确认；需要时换用新下发的表。",
          basis: "下发的工作簿在文档属性中记下表样定义的摘要（SHA-256）。",
          example: "前：3 月下发，4 月增加了一条规则 → F04；后：用新下发的表填报 → 无提示。"),
        FindingExplanation(
          meaning:
            "The definitions by which the workbook was issued are not those of today; columns, rules or dictionaries may have changed. It is read and checked by today's, but printed texts and formulas are not compared.",
          remedy: "Ask whoever issued it; use the new one where it is needed.",
          basis: "An issued workbook bears a digest (SHA-256) of the definitions in its properties.",
          example: "Before: issued in March, a rule added in April → F04. After: the new workbook → nothing is said."))
    case .departmentNotIssued:
      ExplanationEntry(
        FindingExplanation(
          meaning: "工作簿下发给一个部门，填的却是另一个部门的名称或编码：可能拿错了表，也可能复制了别的部门的工作簿，其中会残留别的部门的内容。",
          remedy: "换用下发给本部门的工作簿；名称只是写法不同的，改为下发时的名称。",
          basis: "下发的工作簿在文档属性中记下部门的名称和编码；名称不计空格和全角半角，相近不算相同。",
          example: "前：下发给“文化局 201”，填“档案局 202” → F05；后：用档案局自己的工作簿 → 无提示。"),
        FindingExplanation(
          meaning:
            "The workbook was issued to one department and names another, or another's code: the wrong file was used, or another department's was copied, of which something may be left.",
          remedy: "Use the department's own workbook. Where only the name is written otherwise, restore it.",
          basis:
            "An issued workbook bears the department's name and code in its properties. Blanks and full-width forms do not count; similar is not the same.",
          example:
            "Before: issued to “文化局 201”, filled in by “档案局 202” → F05. After: the archive's own workbook → nothing is said."
        ))
    case .verdictDiffers:
      ExplanationEntry(
        FindingExplanation(
          meaning: "审核表保存的结果与按表内金额算出的不同：有人改了结果，或保存前没有重新计算。以本程序按金额算出的为准。",
          remedy: "打开工作簿，重新计算（Ctrl+Alt+F9）并保存；结果处的公式被覆盖的，恢复公式。",
          basis: "审核表的公式与本程序出自同一条规则；“不通过”与规则不成立相对应，“尾差”和“不适用”都不算不通过，“无法审核”不比较。",
          example: "前：收入与支出不等而 X01 写“通过” → F06；后：重新计算，写“不通过” → 只报 X01。"),
        FindingExplanation(
          meaning:
            "The sheet 审核 says otherwise than the amounts: the verdict was changed, or not worked out before saving. What the amounts say counts.",
          remedy:
            "Open the workbook, recalculate (Ctrl+Alt+F9) and save it. Where the verdict's formula was written over, restore it.",
          basis:
            "The formulas of the sheet come from the same rules. 不通过 stands for a rule that does not hold; 尾差 and 不适用 do not, and 无法审核 is not compared.",
          example:
            "Before: income and spending differ, but X01 says 通过 → F06. After: recalculated, it says 不通过 → only X01 is told."
        ))
    case .verdictsOutOfDate:
      ExplanationEntry(
        FindingExplanation(
          meaning: "审核表的许多结果与金额不符，或根本没有结果：填表的软件没有计算公式。审核表此时不能作为依据；本程序已按金额逐条核对。",
          remedy: "用 Excel、WPS 或 LibreOffice 打开，重新计算并保存。",
          basis: "公式的结果由保存工作簿的软件写入；有的软件不计算。",
          example: "前：由脚本填入金额，结果仍是下发时的“通过” → F07；后：重新计算并保存 → 无提示。"),
        FindingExplanation(
          meaning:
            "Many verdicts of the sheet 审核 contradict the amounts, or are not there: whatever filled in the workbook works out no formulas. The sheet proves nothing then; the rules were checked on the amounts.",
          remedy: "Open it in Excel, WPS or LibreOffice, recalculate and save.",
          basis: "The results of formulas are written by the program that saves the workbook; some work out none.",
          example:
            "Before: a script put the amounts in, and the verdicts are those of the blank forms → F07. After: recalculated and saved → nothing is said."
        ))
    case .rowOfOtherClass:
      ExplanationEntry(
        FindingExplanation(
          meaning: "类、款的小计行只合计编码以它开头的行。这一行的编码不以上面那个小计行的编码开头：可能缺了它自己的小计行，可能行放错了位置，也可能编码写错。它计入更上一级，总计不受影响。",
          remedy: "补上缺的小计行，或把行移到所属的小计行之下，或改正编码。",
          basis: "功能分类的款以类的编码开头，项以款的编码开头。",
          example: "前：20701 之后直接是 2070204 → S40；后：在它上面补上 20702 的小计行 → 无提示。"),
        FindingExplanation(
          meaning:
            "The subtotal of a class adds up the rows whose codes begin with its own. This row's code does not begin with that of the subtotal above it: its own subtotal may be missing, the row may stand in the wrong place, or the code may be wrong. It counts one level up; the total stays the same.",
          remedy: "Add the subtotal that is missing, move the row to where it belongs, or correct the code.",
          basis: "The code of a 款 begins with that of its 类, that of an item with that of its 款.",
          example:
            "Before: 2070204 right after the rows of 20701 → S40. After: with a subtotal row 20702 above it → nothing is said."
        ))
    default: nil
    }
  }

  private var issuedFormExplanation: ExplanationEntry? {
    switch self {
    case .guardRowFilled:
      ExplanationEntry(
        FindingExplanation(
          meaning: "下发的表在可增行处的末尾有一行提示，不是数据行。填在这一行的内容不属于任何行，没有计入合计。",
          remedy: "在提示行以上插入一行，把内容移过去，提示行保持原样。",
          basis: "合计的公式算到提示行为止，在它以上插入的行才会计入。",
          example: "前：提示行填了 5.00 → S36；后：移到上面新插入的行 → 读取。"),
        FindingExplanation(
          meaning:
            "An issued form closes each open part with a row that says where to insert rows. It is no row of data; what is typed into it belongs to nothing and counts in no total.",
          remedy: "Insert a row above it, move the content there, and leave the row as it is.",
          basis: "The totals reach down to that row, so that rows inserted above it are added.",
          example: "Before: 5.00 typed into that row → S36. After: moved to a row inserted above → read."))
    case .protectionTakenOff:
      ExplanationEntry(
        FindingExplanation(
          meaning: "下发的表锁定了表头、标签和公式，保护没有密码。取消保护后容易误改；本程序已核对改了什么。",
          remedy: "填好后恢复保护（审阅 → 保护工作表，不设密码）。",
          basis: "工作表保护只防误改，不防有意改动（ECMA-376 第 1 部分 18.3.1.85）。",
          example: "前：3 张表取消了保护 → S37（提示）；后：恢复保护 → 无提示。"),
        FindingExplanation(
          meaning:
            "Headings, labels and formulas of an issued form are locked, without a password. Without the protection they are easily changed by mistake; what was changed is told.",
          remedy: "Protect the sheets again once they are filled in (Review, Protect Sheet, no password).",
          basis: "Protection keeps from slips and nothing else (ECMA-376 part 1, 18.3.1.85).",
          example: "Before: three sheets without protection → S37, a note. After: protected again → nothing is said."))
    case .printedTextChanged:
      ExplanationEntry(
        FindingExplanation(
          meaning: "标题、表号、栏目或行标签与下发时印制的不同。改了文字，同一个数就可能是别的意思；能认出的仍按原来的栏目和行读取。",
          remedy: "恢复印制的文字；需要说明的写在表下附注里。",
          basis: "下发时锁定的文字出自表样定义，逐字比较。",
          example: "前：“项目支出”改成“项目支出（含追加）” → S38；后：恢复 → 无提示。"),
        FindingExplanation(
          meaning:
            "A title, code, heading or label is not as it was printed. With other words the same number may mean something else; what is still known is read as before.",
          remedy: "Restore what was printed; put remarks into the notes below the form.",
          basis: "The locked texts come from the definitions and are compared to the letter.",
          example: "Before: 项目支出 became 项目支出（含追加） → S38. After: restored → nothing is said."))
    case .formReconstructed:
      ExplanationEntry(
        FindingExplanation(
          meaning: "来源只列出这张表的名称，没有表的内容；栏目和行是从后继的表样推出的。读出的数是真的，但“缺少栏目”“不认识的行”之类的提示可能要归于表样。",
          remedy: "找到原表的，按原表改正表样定义（docs/adding-a-form-set.md）；没有原表的，对照提示人工核对。",
          basis: "表样定义中的 reconstructed 写明复原的依据；sheets forms 也有标注。",
          example: "前：交来的表有一栏复原的表样没有 → S05 和 S39；后：在表样中补上该栏并删去 reconstructed → 无提示。"),
        FindingExplanation(
          meaning:
            "The source names the form and does not show it; its columns and rows were worked out from the form that succeeds it. What is said about missing columns or unknown rows may be the definition's fault.",
          remedy:
            "Where the original form is at hand, correct the definition by it (docs/adding-a-form-set.md); else look at the sheet.",
          basis: "`reconstructed` in the definition says on what it rests; “sheets forms” marks such forms.",
          example:
            "Before: the sheet has a column that the definition lacks → S05 and S39. After: defined → nothing is said.")
      )
    case .formulaReplaced:
      ExplanationEntry(
        FindingExplanation(
          meaning: "合计或小计本由公式算出，现在是直接填写的数，以后改了明细它也不会变。按填写的数读取；各组成之和不对时另报规则。",
          remedy: "从同类的行或栏复制公式；确认数是对的也可以不改。",
          basis: "下发的表中，表样写明的合计都是公式；整行没有公式的明细行视为后来插入的，不作要求。",
          example: "前：“合计”一行的公式被 589.34 覆盖 → C24；后：恢复 =SUM(…) → 无提示。"),
        FindingExplanation(
          meaning:
            "A total that a formula worked out is a typed number now and does not follow its parts any more. It was read; where the parts do not add up to it, a rule says so.",
          remedy: "Copy the formula from a row or column of the kind. Where the number is right it may stay.",
          basis:
            "Every sum of the definition is a formula in an issued form. A detail without any formula may have been inserted, and is let be.",
          example:
            "Before: the formula of the total overwritten with 589.34 → C24. After: =SUM(…) again → nothing is said."
        ))
    case .formulaChanged:
      ExplanationEntry(
        FindingExplanation(
          meaning: "合计的公式不再只由它的组成相加：引用了别处，或加了固定的数。按保存的结果读取；结果不对时另报规则。",
          remedy: "恢复原来的公式；需要调整的金额填在明细里。",
          basis: "合计是表样写明的各行或各栏之和；公式只应引用它们。",
          example: "前：=SUM(F8:F20)+12.5 → C25；后：=SUM(F8:F20)，12.5 填入明细 → 无提示。"),
        FindingExplanation(
          meaning:
            "The formula of a total no longer adds up its parts alone: it refers elsewhere, or adds a fixed number. The stored result was read; where it is wrong, a rule says so.",
          remedy: "Restore the formula; put what is to be added into the details.",
          basis: "A total is the sum of the rows or columns of the definition, and refers to nothing else.",
          example: "Before: =SUM(F8:F20)+12.5 → C25. After: =SUM(F8:F20), and 12.5 among the details → nothing is said."
        ))
    default: nil
    }
  }
}
