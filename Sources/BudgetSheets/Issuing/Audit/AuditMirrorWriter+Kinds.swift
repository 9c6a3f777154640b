import XlsxPackage

extension AuditMirrorWriter {
  /// The number of what a row of the form is.
  func kindFormula(_ n: Int) -> String {
    let levels = form.panes.first { !$0.levels.isEmpty }?.levels ?? []
    var formula = "0"
    for (index, level) in levels.enumerated().reversed() where level.kind != .total {
      let deeper = levels[(index + 1)...].flatMap(\.key)
      formula = "IF(\(test(level, deeper, n)),\(number(level, levels, n, otherwise: formula)),\(formula))"
    }
    return levels.contains { $0.kind == .total } ? "IF(\(n)=\(totalPlace),1,\(formula))" : formula
  }

  private func test(_ level: RowLevel, _ deeper: [LabelPath], _ n: Int) -> String {
    if level.kind == .detail {
      if level.key.isEmpty { return "TRUE" }
      var columns = level.key
      if level.key.count == 1, let name = level.name, name != level.key[0] { columns.append(name) }
      let joined = columns.map { text($0, n) }.joined(separator: "&")
      return "AND(\(joined)<>\"\",\(joined)<>\(AuditCalculation.guardCell))"
    }
    if level.kind.isOfClass { return classTest(level, deeper, n) }
    guard let key = level.key.first else { return "FALSE" }
    let code = text(key, n, digits: level.keyDigits)
    let zeros =
      level.keyDigits.map { FormulaText.text(String(repeating: "0", count: $0)) } ?? "REPT(\"0\",LEN(\(code)))"
    // What is written with digits alone is written again by its value.
    var tests = ["EXACT(TEXT(VALUE(\(code)),\(zeros)),\(code))"]
    if let digits = level.keyDigits { tests.append("LEN(\(code))=\(digits)") }
    for path in deeper.filter({ !level.key.contains($0) }) + level.empty { tests.append("\(text(path, n))=\"\"") }
    // VALUE of a text is an error, which AND would hand on.
    return "IFERROR(AND(\(tests.joined(separator: ","))),FALSE)"
  }

  /// Whether a row is that of a class: by the digits of its code, and by the columns that are blank.
  private func classTest(_ level: RowLevel, _ deeper: [LabelPath], _ n: Int) -> String {
    guard let key = level.key.last else { return "FALSE" }
    let code = "TRIM(\(text(key, n)))"
    var tests = ["EXACT(TEXT(VALUE(\(code)),REPT(\"0\",LEN(\(code)))),\(code))"]
    if level.key.count == 1, let digits = level.keyDigits {
      tests.append("LEN(\(code))=\(digits)")
    } else if let leaf = mirror.leaf(of: key), case .code(let digits?) = mirror.leaves[leaf].kind {
      tests.append("LEN(\(code))<=\(digits)")
    }
    for path in deeper.filter({ !level.key.contains($0) }) + level.empty { tests.append("\(text(path, n))=\"\"") }
    return "IFERROR(AND(\(tests.joined(separator: ","))),FALSE)"
  }

  /// The number of a row that fits a level. Where classes stand in the same column, only the printed row is the department's,
  /// and any other is a subtotal: it counts for nothing, unless it is of a level of the form.
  private func number(_ level: RowLevel, _ levels: [RowLevel], _ n: Int, otherwise: String) -> String {
    let number = "\(AuditMirror.number(of: level.kind))"
    guard level.kind == .department || level.kind == .unit, let key = level.key.first,
      levels.contains(where: { $0.kind == .detail && $0.key.contains(key) && $0.list != nil }),
      let row = mirror.places.levelRows.first(where: { $0.kind == level.kind })?.row, let leaf = mirror.leaf(of: key)
    else { return number }
    let other = levels.contains { $0.kind.isOfClass && $0.key.contains(key) } ? otherwise : "0"
    return "IF(EXACT(\(text(key, n)),\(sheet)\(FormulaText.fixed(row, leaf + 1))&\"\"),\(number),\(other))"
  }

  /// What a row is as issued.
  func storedKind(_ n: Int) -> Int {
    guard let body = mirror.places.body, n <= body.count else { return 0 }
    let row = body.lowerBound + n - 1
    guard let level = mirror.places.levelRows.first(where: { $0.row == row }) else { return 0 }
    if level.kind == .total { return 1 }
    let definition = form.panes.flatMap(\.levels).first { $0.kind == level.kind }
    guard let definition else { return 0 }
    if level.kind == .detail {
      if definition.key.isEmpty { return 4 }
      var columns = definition.key
      if definition.key.count == 1, let name = definition.name { columns.append(name) }
      return columns.contains { texts[row]?[$0]?.isEmpty == false } ? 4 : 0
    }
    guard let key = definition.key.first, let code = texts[row]?[key].map(LayoutRecord.shown),
      CodeText.isDigits(code)
    else { return 0 }
    if let digits = definition.keyDigits, code.count != digits { return 0 }
    return AuditMirror.number(of: level.kind)
  }
}
