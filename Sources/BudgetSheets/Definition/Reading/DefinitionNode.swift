internal import Yams

/// One place in a definition file: a YAML node that knows where it stands.
struct DefinitionNode {
  let file: String
  let node: Node

  /// Parses the text of a file.
  static func parse(_ text: String, file: String) throws(DefinitionError) -> DefinitionNode {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw DefinitionError(file: file, problem: .expected("mapping"))
      }
      return DefinitionNode(file: file, node: node)
    } catch let error as DefinitionError {
      throw error
    } catch {
      throw DefinitionError(file: file, yamlError: error)
    }
  }

  func error(_ problem: DefinitionError.Problem) -> DefinitionError {
    DefinitionError(file: file, line: node.mark?.line, column: node.mark?.column, problem: problem)
  }

  /// The scalar as it is written: `01` and `no` stay text.
  var scalar: String? {
    if case .scalar(let scalar) = node { scalar.string } else { nil }
  }

  /// Whether it is a list.
  var isList: Bool {
    if case .sequence = node { true } else { false }
  }

  /// File and line, as `luoyang-2023/03.yaml:12`.
  var placeText: String { node.mark.map { "\(file):\($0.line)" } ?? file }

  func text() throws(DefinitionError) -> String {
    guard let scalar else { throw error(.expected("a text")) }
    return scalar
  }

  func number() throws(DefinitionError) -> Double {
    guard let scalar, let value = Double(scalar), value.isFinite, value >= 0 else { throw error(.expected("a number")) }
    return value
  }

  func count() throws(DefinitionError) -> Int {
    guard let scalar, let value = Int(scalar), (0...10_000).contains(value) else {
      throw error(.expected("a whole number"))
    }
    return value
  }

  func flag() throws(DefinitionError) -> Bool {
    switch scalar {
    case "true", "yes": return true
    case "false", "no": return false
    default: throw error(.valueUnknown(scalar ?? "", allowed: ["true", "false"]))
    }
  }

  /// The items of a sequence; a single scalar counts as a sequence of one.
  func items() throws(DefinitionError) -> [DefinitionNode] {
    switch node {
    case .sequence(let sequence): return sequence.map { DefinitionNode(file: file, node: $0) }
    case .scalar: return [self]
    default: throw error(.expected("a list"))
    }
  }

  func texts() throws(DefinitionError) -> [String] {
    var texts: [String] = []
    for item in try items() { texts.append(try item.text()) }
    return texts
  }

  /// A text that must be one of some names.
  func name(among names: Set<String>) throws(DefinitionError) -> String {
    let name = try text()
    guard names.contains(name) else {
      throw error(.referenceUnknown(name, suggestion: Suggestion.nearest(to: name, among: names.sorted())))
    }
    return name
  }

  /// The entries of a mapping, in order.
  func entries() throws(DefinitionError) -> [(key: DefinitionNode, value: DefinitionNode)] {
    guard case .mapping(let mapping) = node else { throw error(.expected("a mapping")) }
    return mapping.map { (DefinitionNode(file: file, node: $0.key), DefinitionNode(file: file, node: $0.value)) }
  }

  /// The mapping, of which only these keys may be there.
  func mapping(_ allowed: [String]) throws(DefinitionError) -> DefinitionMapping {
    var values: [String: DefinitionNode] = [:]
    for (key, value) in try entries() {
      let name = try key.text()
      guard allowed.contains(name) else {
        throw key.error(.keyUnknown(name, suggestion: Suggestion.nearest(to: name, among: allowed)))
      }
      values[name] = value
    }
    return DefinitionMapping(node: self, values: values)
  }
}

extension DefinitionError {
  fileprivate init(file: String, yamlError: any Error) {
    switch yamlError as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(file: file, line: mark.line, column: mark.column, problem: .notYAML(problem))
    case .duplicatedKeysInMapping(let keys, let context):
      self.init(
        file: file, line: context.mark.line, column: context.mark.column,
        problem: .labelTwice(keys.joined(separator: ", ")))
    default:
      self.init(file: file, problem: .notYAML("\(yamlError)"))
    }
  }
}
