/// Reads a list of departments from an array of objects in JSON.
enum DepartmentListJSON {
  /// What the elements of the array say.
  static func entries(
    of bytes: [UInt8], _ detail: DepartmentList.Detail
  ) throws(DepartmentListError) -> [DepartmentListEntry] {
    let value: JSONValue
    do throws(BookFormatError) { value = try JSONParser.value(of: bytes) } catch {
      throw DepartmentListError(.json(error))
    }
    guard case .array(let items) = value else { throw DepartmentListError(.notDepartments) }
    var entries: [DepartmentListEntry] = []
    for (index, item) in items.enumerated() {
      let place = DepartmentListError.Place.item(index + 1)
      guard let department = department(of: item, detail) else {
        throw DepartmentListError(.notDepartments, place: place)
      }
      entries.append(DepartmentListEntry(department: department, place: place))
    }
    return entries
  }

  /// A department; nil where a value is none.
  private static func department(of item: JSONValue, _ detail: DepartmentList.Detail) -> DepartmentList.Department? {
    guard case .object(let members) = item else { return nil }
    var flat: [(name: String, text: String?)] = []
    var units: [DepartmentList.Unit] = []
    for member in members {
      if case .array(let items) = member.value, DepartmentListHeadings.isUnits(member.name) {
        if detail == .names { continue }
        for item in items {
          guard let unit = Self.unit(of: item) else { return nil }
          units.append(unit)
        }
      } else {
        flat.append((member.name, Self.text(of: member.value)))
      }
    }
    guard let headings = DepartmentListHeadings(flat.map(\.name), needsBoth: false) else { return nil }
    // What nobody reads may be anything.
    let columns = [headings.code, headings.name, headings.unitCode, headings.unitName].compactMap(\.self)
    for (column, member) in flat.enumerated() where member.text == nil {
      if detail == .everything || columns.contains(column) { return nil }
    }
    func text(_ column: Int?) -> String { column.flatMap { flat[$0].text } ?? "" }
    var department = DepartmentList.Department(code: text(headings.code), name: text(headings.name))
    if department.code.isEmpty && department.name.isEmpty { return nil }
    let unit = DepartmentList.Unit(code: text(headings.unitCode), name: text(headings.unitName))
    department.units = unit.code.isEmpty && unit.name.isEmpty ? units : [unit] + units
    for (column, label) in headings.fields {
      let text = text(column)
      if !text.isEmpty { department.fields.append(DepartmentList.Field(label: label, text: text)) }
    }
    return department
  }

  private static func unit(of item: JSONValue) -> DepartmentList.Unit? {
    guard case .object(let members) = item,
      let headings = DepartmentListHeadings(members.map(\.name), needsBoth: false)
    else { return nil }
    func text(_ column: Int?) -> String? {
      guard let column else { return "" }
      return Self.text(of: members[column].value)
    }
    guard let code = text(headings.code), let name = text(headings.name), !(code.isEmpty && name.isEmpty) else {
      return nil
    }
    return DepartmentList.Unit(code: code, name: name)
  }

  /// The text of a value; nil where it is none.
  private static func text(of value: JSONValue) -> String? {
    switch value {
    case .string(let text): text.trimmed
    case .number(let text): text
    case .null: ""
    default: nil
    }
  }
}
