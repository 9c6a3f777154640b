/// The departments that a finance bureau expects budgets from.
public struct DepartmentList: Sendable, Hashable {
  /// One department.
  public struct Department: Sendable, Hashable {
    /// The code; empty where the list gives none.
    public var code: String
    /// The name; empty where the list gives none.
    public var name: String
    /// The units under it, in the order of the list; empty where the list gives none.
    public var units: [Unit]
    /// What else the list says of it, by heading, as `联系人`.
    public var fields: [Field]

    /// Creates a department.
    public init(code: String, name: String, units: [Unit] = [], fields: [Field] = []) {
      self.code = code
      self.name = name
      self.units = units
      self.fields = fields
    }
  }

  /// One unit of a department.
  public struct Unit: Sendable, Hashable {
    /// The code; empty where the list gives none.
    public var code: String
    /// The name; empty where the list gives none.
    public var name: String

    /// Creates a unit.
    public init(code: String, name: String) {
      self.code = code
      self.name = name
    }
  }

  /// Something that a list says of a department beside its code and name.
  public struct Field: Sendable, Hashable {
    /// The heading.
    public var label: String
    /// What stands below it.
    public var text: String

    /// Creates a field.
    public init(label: String, text: String) {
      self.label = label
      self.text = text
    }
  }

  /// The departments, in the order of the list.
  public let departments: [Department]
  private let byCode: [String: Int]
  /// By name as it is compared; several departments may have one name.
  private let byName: [String: [Int]]

  /// Creates a list; a department that stands twice counts once, with all its units and fields.
  ///
  /// - Throws: ``DepartmentListError`` where there is none, a code stands for two names or two units, or a field of a
  ///   department says two things.
  public init(_ departments: [Department]) throws(DepartmentListError) {
    try self.init(departments.map { DepartmentListEntry(department: $0) })
  }

  /// Creates a list of all that is said in it.
  init(_ entries: [DepartmentListEntry]) throws(DepartmentListError) {
    var merge = DepartmentListMerge()
    for entry in entries { try merge.add(entry) }
    if merge.departments.isEmpty { throw DepartmentListError(.noDepartments) }
    departments = merge.departments
    byCode = merge.byCode
    byName = merge.byName
  }

  /// Which department of the list somebody is: by code, else by the whole name; never by a similar one.
  ///
  /// - Returns: Its position in ``departments``; nil where it is none of them, or a name that several have.
  public func index(code: String?, name: String) -> Int? {
    if let code, !code.isEmpty, let index = byCode[Self.comparable(code)] { return index }
    guard let found = byName[Self.comparable(name)], found.count == 1 else { return nil }
    return found[0]
  }

  /// The department of the list with the most similar name, as a hint for people; nil where none is near.
  public func hint(name: String) -> Department? {
    let names = departments.map { Self.comparable($0.name) }
    let wanted = Self.comparable(name)
    if wanted.isEmpty { return nil }
    // What only one name holds, or is held by, as a bureau and its head office.
    let related = names.indices.filter { index in
      names[index].count > 1 && (names[index].contains(wanted) || wanted.contains(names[index]))
    }
    if related.count == 1 { return departments[related[0]] }
    return Suggestion.nearest(to: wanted, among: names).flatMap(names.firstIndex).map { departments[$0] }
  }

  /// A code or name as it is compared: without white space and invisible characters, with ordinary forms of digits.
  static func comparable(_ text: String) -> String { LabelText.normalize(text) }
}

extension DepartmentList.Department: CustomStringConvertible {
  /// Code and name.
  public var description: String { [code, name].filter { !$0.isEmpty }.joined(separator: " ") }
}
