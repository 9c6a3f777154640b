/// The keys and values of one mapping in a definition file.
struct DefinitionMapping {
  let node: DefinitionNode
  private(set) var values: [String: DefinitionNode]

  subscript(_ key: String) -> DefinitionNode? { values[key] }

  func required(_ key: String) throws(DefinitionError) -> DefinitionNode {
    guard let value = values[key] else { throw node.error(.keyMissing(key)) }
    return value
  }

  func text(_ key: String) throws(DefinitionError) -> String { try required(key).text() }

  func optionalText(_ key: String) throws(DefinitionError) -> String? { try values[key]?.text() }

  func texts(_ key: String) throws(DefinitionError) -> [String] { try values[key]?.texts() ?? [] }

  func count(_ key: String, default value: Int) throws(DefinitionError) -> Int { try values[key]?.count() ?? value }

  func flag(_ key: String) throws(DefinitionError) -> Bool { try values[key]?.flag() ?? false }

  /// This mapping with the values of another one for the keys that it lacks.
  func filled(from other: DefinitionMapping, keys: [String]) -> DefinitionMapping {
    var result = self
    for key in keys where result.values[key] == nil { result.values[key] = other.values[key] }
    return result
  }
}
