import BudgetSheets

/// Changes of cells as text for people, by the code of the repair.
struct ChangeText {
  let options: CommonOptions
  var style = TextStyle.plain
  /// Whether every change is told.
  var listsAll = false
  /// Whether it is told why, also where not everything is.
  var givesReasons = false

  /// How many changes of one code are told unless all are asked for.
  static let few = 3

  /// The lines: a head for each code, then the changes, or the first of them.
  func lines(_ changes: [CellChange]) -> [String] {
    let groups = Dictionary(grouping: changes, by: \.code).sorted { $0.key < $1.key }
    let heads = groups.map { head($0.key) }
    let width = heads.map(TextWidth.of).max() ?? 0
    let digits = groups.map { "\($0.value.count)".count }.max() ?? 1
    var lines: [String] = []
    for ((code, changes), head) in zip(groups, heads) {
      let count = TextWidth.right(changes.count, to: digits)
      let padding = String(repeating: " ", count: width - TextWidth.of(head) + 2)
      let name = Cleaner.description(of: code)
      let start = name.repairClass.name(in: options.language) + " " + style.bold(code.rawValue)
      let rest = head.dropFirst(name.repairClass.name(in: options.language).count + 1 + code.rawValue.count)
      lines.append("  " + start + rest + padding + options.say("\(count) 处", "\(count)"))
      lines += self.lines(ofOne: changes)
    }
    return lines
  }

  /// Whether some change is not among the lines.
  func leavesOut(_ changes: [CellChange]) -> Bool {
    !listsAll && Dictionary(grouping: changes, by: \.code).contains { $0.value.count > Self.few }
  }

  /// The class, the code and the name of a repair.
  func head(_ code: RepairCode) -> String {
    let description = Cleaner.description(of: code)
    return
      "\(description.repairClass.name(in: options.language)) \(code.rawValue) \(description.words(in: options.language).name)"
  }

  private func lines(ofOne changes: [CellChange]) -> [String] {
    let shown = listsAll ? changes : Array(changes.prefix(Self.few))
    let width = shown.map { TextWidth.of($0.place.address) }.max() ?? 0
    let reasons = listsAll || givesReasons ? shown.map { $0.reason(in: options.language) } : []
    let isOneReason = Set(reasons).count == 1
    var lines: [String] = []
    if let reason = reasons.first, isOneReason { lines.append("      " + self.reason(reason)) }
    for (index, change) in shown.enumerated() {
      lines.append("      " + line(change, addressWidth: width))
      if !reasons.isEmpty, !isOneReason { lines.append("        " + reason(reasons[index])) }
    }
    if shown.count < changes.count {
      let rest = changes.count - shown.count
      lines.append("      " + style.faint(options.say("另有 \(rest) 处", "and \(rest) more")))
    }
    return lines
  }

  private func line(_ change: CellChange, addressWidth: Int) -> String {
    let place = TextWidth.padded(change.place.address, to: addressWidth)
    let label = label(of: change)
    return place + "  " + (label.isEmpty ? "" : label + options.say("：", ": "))
      + CellStateText(options: options).text(from: change.before, to: change.after)
  }

  /// What stands at the cell; a name that is changed itself is not told twice.
  private func label(of change: CellChange) -> String {
    var place = change.place
    if let name = place.row?.name, change.before.kind == .text || change.after.kind == .text {
      let bare = Self.withoutBlanks(name)
      if bare == Self.withoutBlanks(change.before.text) || bare == Self.withoutBlanks(change.after.text) {
        place.row = nil
      }
    }
    return place.label
  }

  private static func withoutBlanks(_ text: String) -> String { String(text.filter { !$0.isWhitespace }) }

  private func reason(_ reason: String) -> String { style.faint(options.say("理由：", "why: ") + reason) }
}
