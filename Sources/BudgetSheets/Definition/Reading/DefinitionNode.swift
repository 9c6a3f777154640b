internal import Yams

/// One place in a definition file: a YAML node that knows where it stands.
struct DefinitionNode {
  let file: String
  let node: Node

  /// The bytes that a file may have; the largest of the published forms has some twenty thousand.
  private static let maximumSize = 1 << 20

  /// Parses the text of a file.
  static func parse(_ text: String, file: String) throws(DefinitionError) -> DefinitionNode {
    if text.utf8.count > maximumSize { throw DefinitionError(file: file, problem: .tooLarge(maximumSize)) }
    try refuseAnchors(text, file: file)
    do {
      // The encoding is named so that the environment has no say in it.
      guard let node = try Parser(yaml: text, encoding: .utf8).singleRoot() else {
        throw DefinitionError(file: file, problem: .expected("a mapping"))
      }
      return DefinitionNode(file: file, node: node)
    } catch let error as DefinitionError {
      throw error
    } catch {
      throw DefinitionError(file: file, yamlError: error)
    }
  }

  /// Refuses what may be an anchor: a few of them, each naming the one before several times, stand for any number of nodes.
  ///
  /// An anchor stands at the start of a word; a `&` inside a word, or alone, is text.
  private static func refuseAnchors(_ text: String, file: String) throws(DefinitionError) {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return }
    var line = 1
    var column = 0
    var previous: Unicode.Scalar = "\n"
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      let scalar = scalars[index]
      (line, column) = previous == "\n" ? (index == scalars.startIndex ? 1 : line + 1, 1) : (line, column + 1)
      let isInsideWord = previous.properties.isAlphabetic || previous.properties.numericType != nil
      previous = scalar
      guard scalar == "&", !isInsideWord else { continue }
      let next = scalars.index(after: index)
      if next == scalars.endIndex || scalars[next].properties.isWhitespace { continue }
      throw DefinitionError(file: file, line: line, column: column, problem: .anchorNotTaken)
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

  /// Where it stands.
  var place: RulePlace { RulePlace(file: file, line: node.mark?.line, column: node.mark?.column) }

  func text() throws(DefinitionError) -> String {
    guard let scalar else { throw error(.expected("a text")) }
    return scalar
  }

  /// A text of a rule, in one line: white space at its ends falls away, a line break is a blank.
  func line() throws(DefinitionError) -> String {
    let text = try text()
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": result.append(" ")
      default:
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: throw error(.ruleMalformed(text, .controlCharacter))
        default: result.append(scalar)
        }
      }
    }
    return FrameText.trimmed(String(result))
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

  /// One of a few words of the language.
  func choice(among words: [String]) throws(DefinitionError) -> String {
    let word = try text()
    guard words.contains(word) else { throw error(.valueUnknown(word, allowed: words)) }
    return word
  }

  /// The name of a dictionary.
  func list(among names: Set<String>) throws(DefinitionError) -> String {
    let name = try text()
    guard names.contains(name) else {
      throw error(.listUnknown(name, suggestion: Suggestion.nearest(to: name, among: names.sorted())))
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
    case .reader(let problem, let offset, _, let yaml):
      let before = yaml.prefix(offset ?? 0)
      let line = before.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      self.init(
        file: file, line: offset.map { _ in line.count }, column: offset.map { _ in 1 + (line.last?.count ?? 0) },
        problem: .notYAML(problem))
    default:
      self.init(file: file, problem: .notYAML("\(yamlError)"))
    }
  }
}
