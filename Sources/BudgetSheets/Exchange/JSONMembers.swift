internal import XlsxPackage

/// The members of a JSON object; `null` counts as left out.
struct JSONMembers {
  private let members: [JSONValue.Member]

  /// Takes an object apart.
  ///
  /// - Throws: A ``BookFormatError`` where the value is no object or has a member of another name.
  init(_ value: JSONValue, known: [String]) throws(BookFormatError) {
    try self.init(open: value)
    for member in members where !known.contains(member.name) {
      throw BookFormatError(
        .memberUnknown(
          member.name, suggestion: Suggestion.nearest(to: member.name, among: known)))
    }
  }

  /// Takes an object apart that may also hold what is not known here.
  ///
  /// - Throws: A ``BookFormatError`` where the value is no object.
  init(open value: JSONValue) throws(BookFormatError) {
    guard case .object(let members) = value else {
      throw BookFormatError(.expected("an object", found: value.typeName))
    }
    self.members = members
  }

  /// A member; nil where it is left out.
  subscript(name: String) -> JSONValue? {
    let value = members.first { $0.name == name }?.value
    return value == .null ? nil : value
  }

  /// The text of a member; nil where it is left out.
  func text(_ name: String) throws(BookFormatError) -> String? {
    switch self[name] {
    case nil: nil
    case .string(let text): text
    case .number(let text): throw BookFormatError(.textUnquoted(text)).inside(name)
    case .some(let value): throw BookFormatError(.expected("a string", found: value.typeName)).inside(name)
    }
  }

  /// The text of a member that must be there.
  func requiredText(_ name: String) throws(BookFormatError) -> String {
    guard let text = try text(name) else { throw BookFormatError(.memberMissing(name)) }
    return text
  }

  /// Whether a member is true; false where it is left out.
  func flag(_ name: String) throws(BookFormatError) -> Bool {
    switch self[name] {
    case nil: false
    case .bool(let flag): flag
    case .some(let value): throw BookFormatError(.expected("true or false", found: value.typeName)).inside(name)
    }
  }

  /// The cell reference of a member; nil where it is left out.
  func reference(_ name: String) throws(BookFormatError) -> CellReference? {
    guard let text = try text(name) else { return nil }
    guard let reference = CellReference(text) else { throw BookFormatError(.cellMalformed(text)).inside(name) }
    return reference
  }

  /// A member out of some named values; nil where it is left out.
  func choice<Value: RawRepresentable & CaseIterable>(
    _ name: String, _ type: Value.Type
  ) throws(BookFormatError) -> Value? where Value.RawValue == String {
    guard let text = try text(name) else { return nil }
    if let value = Value(rawValue: text) { return value }
    let allowed = Value.allCases.map(\.rawValue)
    throw BookFormatError(
      .valueUnknown(
        text, allowed: allowed, suggestion: Suggestion.nearest(to: text, among: allowed))
    ).inside(name)
  }

  /// What is made of each element of a member; nothing where it is left out.
  func list<Element>(
    _ name: String, _ element: (JSONValue, Int) throws(BookFormatError) -> Element
  ) throws(BookFormatError) -> [Element] {
    switch self[name] {
    case nil: return []
    case .array(let items):
      var elements: [Element] = []
      for (index, item) in items.enumerated() {
        do throws(BookFormatError) {
          elements.append(try element(item, index))
        } catch {
          throw error.inside("[\(index)]").inside(name)
        }
      }
      return elements
    case .some(let value): throw BookFormatError(.expected("an array", found: value.typeName)).inside(name)
    }
  }

  /// What stands in an object by name; nothing where it is left out.
  func object(_ name: String) throws(BookFormatError) -> [JSONValue.Member] {
    switch self[name] {
    case nil: return []
    case .object(let members): return members
    case .some(let value): throw BookFormatError(.expected("an object", found: value.typeName)).inside(name)
    }
  }
}
