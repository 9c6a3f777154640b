extension RowKind {
  /// The words of definitions and rules for the levels of free rows below the total, from the top down.
  ///
  /// A form may use the same words as headings of its columns; here they are words of the language.
  static let words: [(word: String, kind: RowKind)] = [
    ("部门", .department), ("单位", .unit), ("类", .category), ("款", .subcategory), ("明细", .detail),
  ]

  /// The level that a word means, 项 being another word for the details; nil where it means none.
  init?(word: String) {
    guard let kind = word == "项" ? .detail : Self.words.first(where: { $0.word == word })?.kind else { return nil }
    self = kind
  }

  /// The word for the level; empty where it has none.
  var word: String { Self.words.first { $0.kind == self }?.word ?? "" }

  /// Where the level stands among the others, the total being the first; nil for rows of no level.
  var rank: Int? {
    self == .total ? 0 : Self.words.firstIndex { $0.kind == self }.map { $0 + 1 }
  }
}
