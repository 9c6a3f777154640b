extension FindingSentence {
  /// The sentence in a language, with `{name}` replaced by the argument of that name.
  func text(in language: Language, filledWith arguments: [String: String]) -> String {
    // In one pass, so that what is filled in is never filled in again.
    var text = ""
    var rest = (language == .chinese ? sentences.chinese : sentences.english)[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      text += rest[..<open] + (arguments[name] ?? "{\(name)}")
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  /// The sentence in both languages.
  private var sentences: (chinese: String, english: String) {
    switch self {
    case .noFormInWorkbook:
      (
        "工作簿中没有认出任何预算表。请确认交来的是预算表，且表头完整。",
        "No budget form was recognised in the workbook. Check that it holds the forms, with their headings."
      )
    case .severalFormSets:
      (
        "工作簿同时像多套表样（{sets}），无法确定。请用 --set 指定。",
        "The workbook fits several form sets ({sets}) equally. Name one with --set."
      )
    case .sheetOfOtherSet:
      (
        "工作表“{sheet}”是表样“{other}”的 {form}，而工作簿按“{set}”读取；两套表样混在一起，本表没有读取。请换成“{set}”的表。",
        "The sheet “{sheet}” is {form} of “{other}”, but the workbook follows “{set}”. The sets are mixed; the sheet was not read. Replace it by a form of “{set}”."
      )
    case .nothingFilledIn:
      (
        "{count} 张表中没有一个金额，可能尚未填报。请填好后重新报送；确无收支的请说明。",
        "There is no amount in any of the {count} forms; they were probably not filled in yet. Fill them in, or explain that there is nothing to report."
      )
    case .formsAbsent:
      (
        "没有 {forms}（表样不要求，共 {count} 张）；与之有关的规则没有检查。",
        "{count} forms that the set does not require are not there ({forms}); the rules about them were not checked."
      )
    case .rowOfOtherClass:
      (
        "{row} 不属于上面的{label} {code}，没有计入其中。请补上 {expected} 的小计行，或把本行移到它所属的小计行之下；编码写错的请改正。",
        "{row} does not belong to the row of {code} ({label}) above it, and is not counted there. Add the subtotal of {expected}, move this row to where it belongs, or correct its code."
      )
    case .formReconstructed:
      (
        "{form} 的表样是复原的，不是公布的原样：{basis}。与本表不符之处可能是表样的问题。",
        "The definition of {form} is reconstructed and not as published ({basis}). Where the sheet differs, the definition may be wrong."
      )
    case .stampOfOtherSet:
      ("工作簿的标记是“{stamp}”，按“{set}”读取。", "The workbook is stamped “{stamp}” and was read as “{set}”.")
    case .issueOutdated:
      (
        "本工作簿按“{set}”下发，此后表样的定义已有变动，是旧表。请核对是否要换用新下发的表。",
        "The workbook was issued for “{set}”, whose definitions have changed since. Find out whether the new one is to be used."
      )
    case .departmentNotIssued:
      (
        "本工作簿下发给“{stamp}”，表中却是“{name}”。请核对是否用错或复制了别的部门的工作簿。",
        "The workbook was issued to “{stamp}”, but its forms say “{name}”. See whether it is another department's, or a copy of it."
      )
    case .verdictDiffers:
      (
        "审核表对规则 {rule} 写的是“{text}”，按表内金额应为“{expected}”：结果被改动、没有重新计算，或有关的编码写法特殊（如全角数字）。请核对，重新计算并保存。",
        "The sheet 审核 says “{text}” of the rule {rule}; by the amounts it should be “{expected}”. It was changed, not worked out again, or codes are written in an unusual way. Check, recalculate and save."
      )
    case .verdictsOutOfDate:
      (
        "审核表有 {count} 条规则（{rules}）没有结果，或结果与表内金额不符，像是没有重新计算。请用 Excel 或 WPS 打开、重新计算并保存。",
        "On the sheet 审核, {count} rules ({rules}) have no result, or one that the amounts contradict; it seems not to have been worked out. Open, recalculate and save."
      )
    case .priorMissing:
      (
        "没有“{department}”上年的工作簿可用，未与上年比较。请核对上年工作簿中的编码和名称，或补上该工作簿。",
        "There is no usable workbook of the year before for “{department}”, so nothing was compared with it. Check codes and names there, or supply it."
      )
    case .priorTwice:
      (
        "“{department}”上年的工作簿不止一个（{files}），都未采用，未与上年比较。请只留一个。",
        "There is more than one workbook of the year before for “{department}” ({files}); none was taken, and nothing was compared. Leave one of them."
      )
    case .priorOfUnknownSet:
      (
        "上年的工作簿 {file} 属于表样“{prior}”，“{set}”没有写明与它的对应关系，未与上年比较。",
        "The workbook of the year before, {file}, is of the set “{prior}”, of which “{set}” says nothing; nothing was compared with it."
      )
    case .priorNotOlder:
      (
        "上年的工作簿 {file} 是 {prior} 年的，并不早于本工作簿的 {year} 年。请核对年度，或换用上年的工作簿。",
        "The workbook of the year before, {file}, is of {prior}, which is not before {year}. Check the years, or take another workbook."
      )
    case .priorOfOtherName:
      (
        "上年的工作簿 {file} 写的是“{prior}”，本工作簿是“{department}”；已与它比较。请核对是否同一部门。",
        "The workbook of the year before, {file}, says “{prior}”, this one “{department}”; it was compared with. See that they are one department."
      )
    case .priorOfOtherCode:
      (
        "上年的工作簿 {file} 与本部门同名而编码不同（“{prior}”与“{department}”），未采用，未与上年比较。确为同一部门的，请单独检查本工作簿并用 --prior 指定该文件。",
        "The workbook of the year before, {file}, has the department's name and another code (“{prior}”, “{department}”); it was not taken, and nothing was compared. If it is the department's, check this workbook alone and name that file with --prior."
      )
    case .priorYearsAgo:
      (
        "用作上年的工作簿 {file} 是 {prior} 年的，比本工作簿的 {year} 年早不止一年；增减按“较{prior}年”表述。请核对是否应换用上年的工作簿。",
        "The workbook taken for the year before, {file}, is of {prior}, more than one year before {year}; growth is told against {prior}. See whether that of the year before should be taken."
      )
    case .formMissing:
      ("缺少{form} {title}。请补交该表。", "The form {form} {title} is missing. Ask for it.")
    case .formTwice:
      (
        "与工作表“{other}”同为{form}，本表未采用。请删除多余的一张。",
        "This sheet and “{other}” are both {form}; this one was not used. Remove one of them."
      )
    case .headerNotMatched:
      (
        "认出是{form}，但找不到它的表头，内容未读取。请恢复表头各栏目。",
        "This is {form}, but its column headings were not found, so nothing was read. Restore the headings."
      )
    case .columnMissing:
      ("缺少栏目“{column}”。请恢复该栏。", "The column “{column}” is missing. Restore it.")
    case .columnUnknown:
      (
        "栏目“{column}”不属于本表，其内容列为表外内容。",
        "The column “{column}” is not part of the form; what it holds is listed as outside the form."
      )
    case .columnAmbiguous:
      (
        "有几栏都像“{column}”，未读取。请恢复标准表头。",
        "Several columns could be “{column}”; none was read. Restore the standard headings."
      )
    case .rowUnknown:
      (
        "行标签“{label}”不属于本表，该行列为表外内容。请改用标准标签。",
        "The row label “{label}” is not part of the form; its row is listed as outside. Use the standard label."
      )
    case .rowMissing:
      ("缺少“{label}”行。请恢复该行。", "The row “{label}” is missing. Restore it.")
    case .rowTwice:
      (
        "“{label}”行出现两次，第二次未采用。请删除重复行。",
        "The row “{label}” stands twice; the second was not used. Remove one of them."
      )
    case .labelDiffers:
      (
        "标签写作“{printed}”，与表样的“{label}”不同，已按后者读取。请核对编号和标签。",
        "The label says “{printed}”, the form “{label}”; it was read as the latter. Check number and label."
      )
    case .rowUnclassified:
      (
        "该行不像合计、部门、单位或明细行，已原样保留，不参加汇总。请补全编码或名称。",
        "The row is neither a total, a department, a unit nor a detail; it is kept as it is. Complete its code or name."
      )
    case .sheetUnknown:
      (
        "工作表“{sheet}”不是预算表，其内容列为表外内容。",
        "The sheet “{sheet}” is not a form; what it holds is listed as outside the forms."
      )
    case .sheetHidden:
      ("{form}所在的工作表被隐藏，仍已读取。请取消隐藏。", "The sheet of {form} is hidden; it was read all the same. Show it.")
    case .rowHidden:
      ("该行被隐藏，仍已读取。请取消隐藏或说明。", "The row is hidden; it was read all the same. Show it, or explain it.")
    case .columnHidden:
      (
        "“{column}”栏被隐藏，仍已读取。请取消隐藏或说明。",
        "The column “{column}” is hidden; it was read all the same. Show it, or explain it."
      )
    case .unitMissing:
      ("没有写明金额单位，按{unit}读取。请补写“单位：{unit}”。", "No unit is stated; {unit} was assumed. State the unit.")
    case .unitConverted:
      ("本表以{unit}填报，已准确换算为{base}。", "The sheet is in {unit}; amounts were converted exactly to {base}.")
    case .yearUnexpected:
      ("年度为{year}，而本套表样用于{years}年。", "The year is {year}; this form set is meant for {years}.")
    case .yearDiffers:
      ("本表年度为{year}，其他表为{other}。请核对。", "This form says {year}, the others {other}. Check the year.")
    case .departmentDiffers:
      ("部门名称“{name}”与其他表的“{other}”不同。请核对。", "The department “{name}” differs from “{other}” in the other forms.")
    case .formByHeader:
      ("没有表号和标题，按表头认作{form}。", "There is neither code nor title; by its headings this is {form}.")
    case .sheetNameDisagrees:
      (
        "工作表名“{sheet}”与表内的{form}不一致，以表内为准。",
        "The sheet name “{sheet}” does not agree with {form} inside; what stands inside counts."
      )
    case .amountBelowNotes:
      (
        "附注以下仍有数字“{text}”，列为表外内容。请移到表内或删除。",
        "A number “{text}” stands below the notes; it is listed as outside. Move it into the form or remove it."
      )
    case .totalUnlabelledTwice:
      ("出现第二个合计行，未作合计。请只保留一个合计行。", "There is a second total row. Keep one.")
    case .formAmbiguous:
      (
        "本表既像{form}又像{other}，未读取。请补写表号。",
        "The sheet fits both {form} and {other}; it was not read. Add the form code."
      )
    case .titleDisagrees:
      (
        "表号或标题写的是别的表，按表头认作{form}。请更正表号和标题。",
        "The code or title is that of another form; by its headings this is {form}. Correct the code and title."
      )
    case .unitUnclear:
      (
        "金额单位“{text}”无法确定，本表金额未读取。请写明一个单位，如“单位：万元”。",
        "The unit “{text}” is not clear, so no amount was read. State one unit, as 单位：万元."
      )
    case .numberOutside:
      (
        "数字“{text}”不在任何填报栏内，列为表外内容。请核对填写位置。",
        "The number “{text}” stands in no field of the form; it is listed as outside. Check where it belongs."
      )
    case .columnNumbers:
      ("该行是栏次，不作为数据。", "The row numbers the columns; it was not taken for data.")
    case .textContinues:
      ("文字接在上一行之后，已合并为一段。", "The text goes on from the row above; both were read as one.")
    case .yearMissing:
      ("各表都没有写明年度。请在标题中写明年度。", "No form says which year it is for. Put the year into the titles.")
    case .departmentMissing:
      ("各表都没有写明部门名称。请补写“部门名称：…”。", "No form names the department. Add the line 部门名称：….")
    case .amountWithoutUnit:
      ("金额“{text}”没有明确的单位，未读取。", "The amount “{text}” has no clear unit and was not read.")
    case .amountShownScaled:
      (
        "单元格按格式 {format} 显示的数与保存的 {text} 不同，按保存的数读取。请改用普通数字格式并核对单位。",
        "The format {format} shows another number than the stored {text}, which was read. Use a plain number format and check the unit."
      )
    case .amountAsText:
      ("金额以文本“{text}”填写，按{value}读取。", "The amount is the text “{text}”, read as {value}.")
    case .amountUnreadable:
      ("“{text}”不是金额，未读取。请填写数字。", "“{text}” is not an amount and was not read. Enter a number.")
    case .nilMark:
      ("以“{text}”表示无金额。", "“{text}” stands for no amount.")
    case .zeroForNil:
      ("以 0 表示无金额；本表无金额处应留空。", "0 stands for no amount; this form leaves such cells blank.")
    case .amountFinerThanFen:
      ("金额 {text} 细于分，已四舍五入为 {value}。请核对。", "The amount {text} is finer than a 分; it was rounded to {value}.")
    case .codeLostZeros:
      (
        "编码写作“{text}”，按“{value}”读取。请以文本填写完整编码。",
        "The code is written “{text}” and was read as “{value}”. Enter the whole code as text."
      )
    case .codeDamaged:
      (
        "编码以数字保存，末尾各位已丢失，无法恢复。请按文本重新填写全部{digits}位。",
        "The code is stored as a number and its last digits are lost. Enter all {digits} digits again, as text."
      )
    case .codeMalformed:
      ("编码“{text}”不是{digits}位数字。请核对。", "The code “{text}” does not have {digits} digits. Check it.")
    case .formulaStale:
      (
        "公式 ={formula} 应得 {value}，保存的结果却是 {text}，按保存的结果读取。请重新计算后再交。",
        "The formula ={formula} gives {value}, but the stored result is {text}, which was read. Recalculate and save."
      )
    case .errorValue:
      ("单元格是错误值 {text}，未读取。请修正公式。", "The cell holds the error {text} and was not read. Correct the formula.")
    case .formulaWithoutValue:
      (
        "公式 ={formula} 没有保存结果，未读取。请用 Excel 或 WPS 打开、重新计算并保存。",
        "The formula ={formula} has no stored result and was not read. Open, recalculate and save the workbook."
      )
    case .amountMerged:
      (
        "一个金额跨 {range} 合并，只计入第一格。请拆分。",
        "One amount is merged over {range}; it counts for the first cell only. Split it."
      )
    case .codeRepeatsAbove:
      ("编码空白，与上一行名称相同，视为重复上行编码 {code}。", "The code is blank and the name is that of the row above: it repeats {code}.")
    case .amountAsDate:
      (
        "金额被存成了日期（{text}），未读取。请重新填写数字。",
        "The amount was turned into a date ({text}) and was not read. Enter the number again."
      )
    case .numberAsText:
      ("文字栏中是数字 {text}，按“{value}”读取。", "A text column holds the number {text}, read as “{value}”.")
    case .amountTooLarge:
      ("金额 {text} 过大，未读取。请核对。", "The amount {text} is too large and was not read. Check it.")
    case .codeBlank:
      ("编码空白。请补填编码。", "The code is blank. Enter it.")
    case .dateAsText:
      (
        "文字栏中是日期（{text}），原文可能已被改写。请核对后按文本填写。",
        "A text column holds a date ({text}); what was typed may have been changed. Check it and enter it as text."
      )
    case .totalRowMissing:
      ("没有“{label}”行，全表合计无从核对。请补上该行。", "There is no row “{label}”, so the total of the form cannot be checked. Add it.")
    case .levelRowMissing:
      (
        "没有{label}的汇总行，明细之上无从分级核对。请补上该行。",
        "There is no row that sums up the {label}, so the details cannot be checked against it. Add it."
      )
    case .amountUnclassified:
      (
        "该行有金额 {text}，但不像合计、部门、单位或明细行，没有计入任何合计。请补全编码或名称，合计行请写明“{label}”。",
        "The row holds the amount {text}, but is neither a total, a department, a unit nor a detail, and counts nowhere. Complete its code or name; a total says “{label}”."
      )
    case .guardRowFilled:
      (
        "提示行上填有“{text}”，没有计入，列为表外内容。请在提示行以上插入行，把内容移过去。",
        "“{text}” stands in the row above which rows are inserted; it counts nowhere and is listed as outside. Insert a row above and move it there."
      )
    case .protectionTakenOff:
      (
        "{count} 张表的工作表保护已取消（{sheets}）。请恢复保护，以免误改表样和公式。",
        "The protection of {count} sheets was taken off ({sheets}). Put it back, so that nothing printed is changed by mistake."
      )
    case .printedTextChanged:
      (
        "表样印制的“{expected}”，现为“{text}”；本表共 {count} 处被改动（{cells}）。请恢复。",
        "“{expected}” is printed here; now it says “{text}”. In this form {count} printed texts were changed ({cells}). Restore them."
      )
    case .formulaReplaced:
      (
        "{count} 处应由公式算出的合计成了直接填写的数（{cells}）；按填写的数读取，规则照常核对。请恢复公式，或核对这些数。",
        "{count} totals that a formula works out hold a typed number ({cells}); it was read, and the rules check it. Restore the formulas, or check the numbers."
      )
    case .formulaChanged:
      (
        "合计的公式被改成 ={formula}；本表共 {count} 处（{cells}）。按保存的结果读取，规则照常核对。请恢复公式。",
        "The formula of the total was changed to ={formula}; in this form there are {count} ({cells}). The stored results were read, and the rules check them. Restore the formulas."
      )
    case .amountFinerThanPrinted:
      (
        "保存的金额 {text} 比打印的 {value} 多出小数位，核对时按保存的数计算。请改为两位小数或说明。",
        "The stored amount {text} has more decimals than the printed {value}; it is checked as stored. Round it, or explain it."
      )
    case .indicatorMisread:
      (
        "指标值“{text}”疑为“{value}”之误（符号识别错误）。请核对。",
        "The indicator “{text}” probably means “{value}” (a misread sign). Check it."
      )
    case .unshowableCharacters:
      (
        "文字中有 {count} 个没有统一字形的字符（私用区），换一台电脑可能显示成别的字。请对照原件重新输入。",
        "The text holds {count} private-use characters, which other computers show as something else. Enter it again from the original."
      )
    case .nameDiffersFromCode:
      (
        "编码 {code} 的名称应为“{expected}”，此处为“{name}”。请核对编码和名称。",
        "The code {code} is “{expected}”; here it is called “{name}”. Check code and name."
      )
    case .codeNotListed:
      (
        "编码 {code}（{name}）不在“{list}”字典中；字典并不完整，请核对编码。",
        "The code {code} ({name}) is not in the dictionary {list}, which is not complete. Check the code."
      )
    case .ruleFailed, .sumDiffers, .sumBlank, .sumOfNothing, .figuresDiffer, .sidesDiffer, .figureBlank,
      .noCounterpart, .noPriorCounterpart, .sideWithoutCounterpart, .boundExceeded, .boundNotReached, .sideTooLarge,
      .sideTooSmall, .withinRounding, .balancedAfterRounding, .emptyNoteMissing, .emptyNoteContradicted,
      .keyMissingElsewhere, .countDiffers, .classWithoutRow, .unitNameDiffers, .pairNotListed, .rowRepeated:
      ruleSentences
    case .totalDisagrees:
      (
        "合计为 {value}，各组成之和为 {expected}，按原值写出，未设公式。请核对。",
        "The total is {value}, its parts add up to {expected}; it was written as it was, without a formula. Check it."
      )
    case .totalBlank:
      (
        "合计空白，各组成之和为 {expected}，按空白写出。请核对。",
        "The total is blank, its parts add up to {expected}; it was left blank. Check it."
      )
    case .contentNotWritten:
      ("原有内容{text}无法读取，写出时留空。请补填。", "What stood here {text} could not be read and was left blank. Enter it again.")
    case .valueNotWritten:
      ("“{what}”在表样中没有位置，未写出。", "The form has no place for “{what}”; it was not written.")
    case .textCutOff:
      (
        "文字过长，打印时显示不全，内容已完整保存。请精简。",
        "The text is too long to be shown in full; the cell holds all of it. Shorten it."
      )
    case .amountWrittenAsText:
      (
        "金额 {value} 超过 15 位有效数字，按文本写出。请核对。",
        "The amount {value} has more than 15 digits and was written as text. Check it."
      )
    case .hiddenRowsShown:
      ("原表隐藏的 {count} 行已照常显示。", "{count} rows that were hidden are shown.")
    case .priorRowsOfNoUnit:
      (
        "上年表中有 {count} 行（{sheets}）不知属于哪个单位，已填在“{unit}”之下。请分到各单位。",
        "Of {count} rows of the year before ({sheets}) no unit is known; they stand under “{unit}”. Move them to their units."
      )
    case .priorRowsLeftOut:
      (
        "上年的单位 {units} 不在名单上，其 {count} 行（{sheets}）未填入。请核对名单。",
        "The list does not have {units} of the year before; {count} rows ({sheets}) were left out. Check the list."
      )
    case .codeOfOtherLength:
      (
        "名单中的编码 {codes} 与表样不符（部门 {department} 位、单位 {unit} 位数字），填好的表读不出部门行、单位行。请核对名单（Excel 另存的 CSV 可能丢了开头的 0）。",
        "The codes {codes} of the list are not of the form set's kind (departments {department}, units {unit} digits); in the returned forms their rows will not be told. Check the list (a CSV saved by Excel may have lost leading zeros)."
      )
    }
  }
}
