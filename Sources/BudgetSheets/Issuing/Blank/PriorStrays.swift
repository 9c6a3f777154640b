/// Rows of the year before that go with no unit of the list.
struct PriorStrays {
  /// How many stood under no unit, and are under the first one now.
  var moved = 0
  /// How many were left out.
  private(set) var left = 0
  /// The units whose rows were left out.
  private(set) var units: [String] = []

  /// Takes note of rows that are left out.
  mutating func leave(_ rows: (units: [String], count: Int)) {
    left += rows.count
    for unit in rows.units where !units.contains(unit) { units.append(unit) }
  }

  /// What there is to say of a department's forms, each with the sheet it is on.
  static func findings(
    of forms: [(sheet: String, strays: PriorStrays)], department: DepartmentList.Department
  ) -> [Finding] {
    var findings: [Finding] = []
    let moved = forms.filter { $0.strays.moved > 0 }
    // Where there is one unit only, whose they are is plain.
    if !moved.isEmpty, department.units.count > 1 {
      let unit = department.units[0]
      findings.append(
        Finding(
          .priorRowsOfNoUnit,
          [
            "count": "\(moved.reduce(0) { $0 + $1.strays.moved })", "sheets": names(of: moved),
            "unit": [unit.code, unit.name].filter { !$0.isEmpty }.joined(separator: " "),
          ]))
    }
    let left = forms.filter { $0.strays.left > 0 }
    if !left.isEmpty {
      var all = PriorStrays()
      for (_, strays) in left { all.leave((strays.units, strays.left)) }
      findings.append(
        Finding(
          .priorRowsLeftOut,
          ["count": "\(all.left)", "sheets": names(of: left), "units": all.units.joined(separator: "、")]))
    }
    return findings
  }

  private static func names(of forms: [(sheet: String, strays: PriorStrays)]) -> String {
    forms.map(\.sheet).joined(separator: "、")
  }
}
