/// Completes a name that was cut off, by the code beside it.
struct TruncatedName: Repair {
  static let description = RepairDescription(
    .truncatedName, .noted, mess: ["T3"], findings: [.nameDiffersFromCode],
    chinese: .init(
      name: "按编码补全名称", reason: "名称不完整，编码 {code} 的名称是“{name}”",
      limits: "编码须在字典中，名称须是该编码唯一一个名称的开头，至少四个字且过半；名称恰是别的编码的、没有编码的、项目和指标名称不动。"),
    english: .init(
      name: "truncated names", reason: "the name was cut off; the code {code} is called “{name}”",
      limits:
        "the code must be listed and the text the beginning of its one name, four characters and half of it at least; names of other codes, names without a code, and names of projects and indicators stay."
    ))

  func proposal(for work: CleaningWork) -> Proposal {
    var proposal = Proposal()
    for finding in work.report.findings where finding.code == .nameDiffersFromCode {
      guard let sheet = finding.sheet, let cell = finding.cell,
        let site = work.site(at: SheetAddress(sheet: sheet, cell: cell)), let form = work.definition(of: site),
        let column = CodeNames.columns(of: form, in: work.set).first(where: { $0.name == site.place.path }),
        let list = work.set.lists[column.list]
      else { continue }
      let code = column.code.compactMap { work.text($0, beside: site) }
      let state = work.state(of: site)
      guard code.count == column.code.count, state.kind == .text, state.formula == nil,
        let name = Self.name(beginning: state.text, code: code.joined(), in: list)
      else { continue }
      var after = state
      after.text = name
      if let change = work.change(site, self.code, to: after, ["code": code.joined(), "name": name]) {
        proposal.changes.append(change)
      }
    }
    return proposal
  }

  /// The one name of a code that begins with a text; nil where that is not sure.
  static func name(beginning text: String, code: String, in list: CodeList) -> String? {
    let compared = LabelText.normalize(text)
    guard CodeText.isDigits(code), compared.count >= 4 else { return nil }
    let entries = list.entries.filter { $0.code == code }
    if entries.contains(where: { $0.confidence == "low" || LabelText.normalize($0.name) == compared }) { return nil }
    if list.entries.contains(where: { LabelText.normalize($0.name) == compared }) { return nil }
    let names = entries.map(\.name).filter { LabelText.normalize($0).hasPrefix(compared) }
    guard names.count == 1, let name = names.first, LabelText.normalize(name).count <= compared.count * 2 else {
      return nil
    }
    return name
  }
}
