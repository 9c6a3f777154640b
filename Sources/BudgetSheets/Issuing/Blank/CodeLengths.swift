/// How many digits the codes of departments and units have, as the levels of a form set say.
struct CodeLengths: Sendable {
  private let department: Set<Int>
  private let unit: Set<Int>

  init(set: FormSet) {
    let levels = set.forms.flatMap(\.panes).flatMap(\.levels)
    department = Set(levels.filter { $0.kind == .department }.compactMap(\.keyDigits))
    unit = Set(levels.filter { $0.kind == .unit }.compactMap(\.keyDigits))
  }

  /// What there is to say of the codes of a department and its units; nil where all are of the right kind, or left open.
  func finding(_ list: DepartmentList.Department) -> Finding? {
    var wrong: [String] = []
    if !fits(list.code, department) { wrong.append(list.code) }
    wrong += list.units.map(\.code).filter { !fits($0, unit) }
    if wrong.isEmpty { return nil }
    return Finding(
      .codeOfOtherLength,
      ["codes": wrong.joined(separator: "、"), "department": text(department), "unit": text(unit)])
  }

  private func fits(_ code: String, _ lengths: Set<Int>) -> Bool {
    code.isEmpty || lengths.isEmpty || CodeText.isDigits(code) && lengths.contains(code.count)
  }

  private func text(_ lengths: Set<Int>) -> String {
    lengths.isEmpty ? "–" : lengths.sorted().map(String.init).joined(separator: "/")
  }
}
