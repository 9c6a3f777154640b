/// A piece of a definition as it is about to be written: a text, a list or a mapping, with remarks beside its parts.
indirect enum DraftNode {
  case text(String)
  /// A word or number of the language itself.
  case word(String)
  case list([Item])
  case map([Entry])

  /// One member of a list.
  struct Item {
    var node: DraftNode
    /// What stands behind it as a comment.
    var remarks: [String] = []
  }

  /// One key of a mapping with its value.
  struct Entry {
    var key: String
    var node: DraftNode
    var remarks: [String] = []
    /// Whether the value stands in lines of its own even where it would fit behind its key.
    var isTree = false
    /// Whether a list of texts may go over several lines as it is.
    var folds = false
  }

  /// A list of texts.
  static func texts(_ texts: [String]) -> DraftNode { .list(texts.map { Item(node: .text($0)) }) }

  /// Whether remarks stand anywhere inside, so that it takes several lines.
  var hasRemarks: Bool {
    switch self {
    case .text, .word: false
    case .list(let items): items.contains { !$0.remarks.isEmpty || $0.node.hasRemarks }
    case .map(let entries): entries.contains { !$0.remarks.isEmpty || $0.node.hasRemarks || $0.isTree }
    }
  }

  /// The text in one line: `{label: 金额, type: amount}`, `[甲, 乙]`.
  var flow: String {
    switch self {
    case .text(let text): YAMLText.scalar(text)
    case .word(let word): word
    case .list(let items): "[" + items.map(\.node.flow).joined(separator: ", ") + "]"
    case .map(let entries):
      "{" + entries.map { "\(YAMLText.scalar($0.key)): \($0.node.flow)" }.joined(separator: ", ") + "}"
    }
  }
}
