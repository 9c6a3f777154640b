extension Stamp {
  /// The stamp as the text of one cell: a line for each property, as `BudgetSheets.Set=…`.
  var cellText: String {
    properties.map { "\($0.name)=\($0.text)" }.joined(separator: "\n")
  }

  /// The stamp in the text of a cell; nil where there is none.
  init?(cellText: String) {
    var properties: [String: String] = [:]
    for line in cellText.split(whereSeparator: \.isNewline) {
      guard let mark = line.firstIndex(of: "=") else { continue }
      properties[String(line[..<mark])] = String(line[line.index(after: mark)...])
    }
    self.init(customProperties: properties)
  }

  /// The stamp as defined names. What differs from one department to the next refers to the cover, and a text that a name
  /// cannot hold is left out.
  var definedNames: [(name: String, formula: String)] {
    var names = [
      (Property.department, CoverSheet.departmentReference), (Property.code, CoverSheet.reference(CoverSheet.codeCell)),
    ]
    for (name, text) in [
      (Property.set, set), (Property.version, version), (Property.year, year), (Property.definition, definition ?? ""),
    ] {
      let formula = FormulaText.text(Self.plain(text))
      if formula.utf8.count < 127 { names.append((name, formula)) }
    }
    return names.map { ($0.0, "=" + $0.1) }
  }
}
