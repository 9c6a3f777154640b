import XlsxWrite

/// What the cover of an issued workbook says, in words for somebody who fills in forms once a year.
enum CoverText {
  /// A tint or a sign with its meaning.
  struct Sign {
    var text: String
    var format: CellFormat
    var meaning: String
  }

  static let department = "填报部门"
  static let code = "部门编码"
  static let units = "所属单位"
  static let due = "报送截止"
  static let stepsTitle = "一、怎样填报"
  static let entriesTitle = "二、各表目录（点表名，到该表第一个要填的格）"
  static let verdictsTitle = "三、怎样看“\(IssuedSheet.audit)”表的结果"
  static let signsTitle = "四、颜色和符号的意思"
  static let auditEntry = "各表的合计与勾稽关系（随填随算）"
  static let linkColor = Color(0x0563C1)

  static let sectionFormat = CellFormat(
    font: CellFont(name: FormStyle.titleFont, size: 12), horizontal: .left, vertical: .center)

  /// The instructions, in order.
  static func steps(of set: FormSet, due: String?) -> [String] {
    var steps = [
      "先核对上面的名称、编码和所属单位。有误的，请与财政部门联系更换，不要自行修改。",
      "只填浅黄色的格。其他的格是标题、公式或已知的内容，已经锁定，不能改动。选中一个格，旁边会提示填什么。",
      "金额的单位印在各表右上角（\(set.unit.rawValue)），最多 \(set.unit.exactDecimals) 位小数，不带文字和空格；没有金额的不填，不必写 0。合计和小计由公式计算，不必填写。",
    ]
    let leaves = set.forms.flatMap(FormPaths.leaves(of:))
    if leaves.contains(where: \.isCode) {
      steps.append(
        "编码可从下拉列表选择，也可直接输入，首位的 0 可以不输入（输入 1，显示 01）。名称随编码显示，可以改写。字典可能不全：提示没有某个编码时请核对，确实无误的，可以照填。")
    }
    steps.append(
      "行不够时，在“\(GuardRow.text.filter { !"（）".contains($0) })”这一行以上插入行，合计会把新行算进去。新行没有公式的格，可从上一行复制公式，也可直接填写。多余的空行留着即可，不必删除。文字较多的格，可以把行拉高、把列拉宽。"
    )
    if set.forms.contains(where: { $0.emptyNote != nil }) {
      steps.append("没有数据的表不填，表下的备注说明这一点；填了金额，备注自动消失。")
    }
    steps.append("填完后看“\(IssuedSheet.audit)”表，改正“\(AuditVerdict.failed.rawValue)”的各条。改正以后，结果马上更新。")
    let end = due.map { "于 \($0) 以前报送" } ?? "按时报送"
    steps.append("保存时仍用 .xlsx 格式，不要改工作表的名称，不要删除或移动工作表；\(end)。")
    return steps
  }

  /// What a verdict of the sheet 审核 means.
  static func meaning(of verdict: AuditVerdict) -> String {
    switch verdict {
    case .passed: "左边与右边相符。"
    case .failed: "左边与右边不符。须更正；级别为“提醒”的，更正或说明原因。"
    case .rounding: "只差最末一位，由四舍五入造成，可以保留。"
    case .notApplicable: "本部门没有这条规则所说的情况，不必理会。"
    case .open: "有关的格里不是数字，或增加的行过多。请检查有关的格。"
    }
  }

  /// The tints and signs; none is told by its colour alone.
  static var signs: [Sign] {
    let label = FormStyle.label(.center)
    var formula = label
    formula.font.isItalic = true
    return [
      Sign(text: "浅黄色的格", format: label.filled(FormStyle.inputTint), meaning: "要填的格。只有这些格和表中的公式可以改写。"),
      Sign(text: "白色的格", format: label, meaning: "标题、公式或已知的内容，不必填写。"),
      Sign(text: "灰色的窄行", format: label.filled(GuardRow.tint), meaning: "写有“请在本行以上插入行”，是合计算到的最后一行。"),
      Sign(
        text: "红色粗体", format: AuditStyle.wrong.signed,
        meaning: "这一格与别处不符，在“\(IssuedSheet.audit)”表中为“\(AuditVerdict.failed.rawValue)”。"),
      Sign(text: "黄底粗体", format: AuditStyle.doubtful.signed, meaning: "这一格与别处不符，但可能有原因，在“\(IssuedSheet.audit)”表中为提醒。"),
    ]
  }
}

extension CellFormat {
  /// The format in the middle of a bordered cell.
  fileprivate var signed: CellFormat {
    var format = self
    format.border = .thin
    format.horizontal = .center
    format.vertical = .center
    return format
  }
}
