/// What one place of a list says of a department.
struct DepartmentListEntry {
  var department: DepartmentList.Department
  /// Where it stands; nil where that is not known.
  var place: DepartmentListError.Place?
}

/// The departments of a list as they are put together from all places that speak of them.
struct DepartmentListMerge {
  private(set) var departments: [DepartmentList.Department] = []
  private(set) var byCode: [String: Int] = [:]
  /// By name as it is compared; several departments may have one name.
  private(set) var byName: [String: [Int]] = [:]
  /// Whose unit a code is.
  private var units: [String: (index: Int, place: DepartmentListError.Place?)] = [:]

  /// Takes in what a place says.
  ///
  /// - Throws: ``DepartmentListError`` where it contradicts what was said before.
  mutating func add(_ entry: DepartmentListEntry) throws(DepartmentListError) {
    let department = entry.department
    if department.code.isEmpty && department.name.isEmpty { return }
    let index = try self.index(for: department, at: entry.place)
    try add(department.units, to: index, at: entry.place)
    for field in department.fields { try add(field, to: index, at: entry.place) }
  }

  /// The position of a department, which is a new one where nothing was said of it yet.
  private mutating func index(
    for department: DepartmentList.Department, at place: DepartmentListError.Place?
  ) throws(DepartmentListError) -> Int {
    let code = DepartmentList.comparable(department.code)
    let name = DepartmentList.comparable(department.name)
    if !code.isEmpty, let index = byCode[code] {
      let known = DepartmentList.comparable(departments[index].name)
      if known == name || name.isEmpty { return index }
      guard known.isEmpty else {
        throw DepartmentListError(
          .codeTwice(department.code, names: [departments[index].name, department.name]), place: place)
      }
      departments[index].name = department.name
      byName[name, default: []].append(index)
      return index
    }
    if code.isEmpty, let index = byName[name]?.first(where: { departments[$0].code.isEmpty }) { return index }
    if !code.isEmpty { byCode[code] = departments.count }
    if !name.isEmpty { byName[name, default: []].append(departments.count) }
    departments.append(DepartmentList.Department(code: department.code, name: department.name))
    return departments.count - 1
  }

  private mutating func add(
    _ new: [DepartmentList.Unit], to index: Int, at place: DepartmentListError.Place?
  ) throws(DepartmentListError) {
    for unit in new where !(unit.code.isEmpty && unit.name.isEmpty) {
      let code = DepartmentList.comparable(unit.code)
      if code.isEmpty {
        let name = DepartmentList.comparable(unit.name)
        let isKnown = departments[index].units.contains {
          $0.code.isEmpty && DepartmentList.comparable($0.name) == name
        }
        if isKnown { continue }
      } else if let first = units[code] {
        throw DepartmentListError(
          .unitTwice(unit.code, departments: [departments[first.index], departments[index]], first: first.place),
          place: place)
      } else {
        units[code] = (index, place)
      }
      departments[index].units.append(unit)
    }
  }

  private mutating func add(
    _ field: DepartmentList.Field, to index: Int, at place: DepartmentListError.Place?
  ) throws(DepartmentListError) {
    if field.text.isEmpty { return }
    let label = DepartmentList.comparable(field.label)
    guard let known = departments[index].fields.first(where: { DepartmentList.comparable($0.label) == label }) else {
      departments[index].fields.append(field)
      return
    }
    if known.text == field.text { return }
    throw DepartmentListError(
      .fieldTwice(field.label, texts: [known.text, field.text], of: departments[index]), place: place)
  }
}
