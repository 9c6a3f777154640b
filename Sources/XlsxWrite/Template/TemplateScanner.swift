/// Finds the texts of a part that hold placeholders.
struct TemplateScanner {
  /// What a part consists of.
  enum Token {
    case literal(Range<Int>)
    case field(TemplateField)
  }

  private let bytes: [UInt8]
  private let placeholders: [Unicode.Scalar: Int]
  private(set) var tokens: [Token] = []
  /// The entries of the table of texts that hold no placeholder, as they stand between their tags.
  private(set) var fixedStrings: Set<[UInt8]> = []
  /// The first byte that is in no token yet.
  private var done = 0
  private var path: [Range<Int>] = []
  /// The start tag that the reading stands behind.
  private var tag: MarkupToken?

  /// Goes through a part.
  ///
  /// - Parameters:
  ///   - bytes: The part.
  ///   - placeholders: The numbers of the placeholders.
  /// - Throws: A fault where the part is not well-formed, or a placeholder stands where none can be replaced.
  init(_ bytes: [UInt8], placeholders: [Unicode.Scalar: Int]) throws(MarkupFault) {
    self.bytes = bytes
    self.placeholders = placeholders
    var place = 0
    while let token = try MarkupScanner.token(in: bytes, from: place, isAll: true) {
      place = token.range.upperBound
      try take(token)
    }
    if !path.isEmpty { throw .broken("an element does not end") }
    if done < bytes.count { tokens.append(.literal(done..<bytes.count)) }
  }

  /// Whether a part holds no placeholder.
  var isFixed: Bool {
    tokens.allSatisfy { if case .literal = $0 { true } else { false } }
  }

  private mutating func take(_ token: MarkupToken) throws(MarkupFault) {
    switch token.kind {
    case .start:
      path.append(token.name)
      tag = token
      try takeHints(token)
    case .empty: try takeHints(token)
    case .end:
      guard let start = path.popLast(), bytes[start] == bytes[token.name] else {
        throw .broken("an element is closed that is not open")
      }
    case .text: try takeText(token)
    case .cdata, .other:
      if holdsPlaceholder(token.range) { throw refusal("in a comment or a stretch of plain text") }
    }
  }

  private mutating func takeText(_ token: MarkupToken) throws(MarkupFault) {
    let isShared = isRoot("sst")
    guard holdsPlaceholder(token.range) else {
      if isShared, path.count == 3 { fixedStrings.insert(Array(bytes[token.range])) }
      return
    }
    guard let kind, let tag, tag.range.upperBound == token.range.lowerBound else { throw refusal("in " + place) }
    let field = TemplateField(kind, pieces(of: token.range))
    // The library takes one sign of equality off the front.
    if kind == .formula || kind == .definedName, field.beginsWithValue { throw refusal("at the start of a formula") }
    // The tag says whether white space at the ends counts.
    append(field, isShared ? tag.range.lowerBound..<token.range.upperBound : token.range)
  }

  private mutating func takeHints(_ token: MarkupToken) throws(MarkupFault) {
    guard holdsPlaceholder(token.range) else { return }
    for attribute in try MarkupScanner.attributes(of: token, in: bytes) {
      guard holdsPlaceholder(attribute.range) else { continue }
      guard let kind = hint(token.name, attribute.name), holdsPlaceholder(attribute.value) else {
        throw refusal("in the attribute " + text(attribute.name))
      }
      append(TemplateField(kind, pieces(of: attribute.value)), attribute.value)
    }
  }

  private mutating func append(_ field: TemplateField, _ range: Range<Int>) {
    if done < range.lowerBound { tokens.append(.literal(done..<range.lowerBound)) }
    tokens.append(.field(field))
    done = range.upperBound
  }
}

// MARK: - Where a text stands

extension TemplateScanner {
  /// What the text of the innermost open element is; nil where no placeholder may stand.
  private var kind: TemplateField.Kind? {
    guard let root = path.first, let element = path.last else { return nil }
    switch (text(root), text(element)) {
    case ("sst", "t"): return path.count == 3 ? .sharedString : nil
    case ("worksheet", "v"): return .result
    case ("worksheet", "f"), ("worksheet", "formula"): return .formula
    case ("worksheet", "oddHeader"), ("worksheet", "oddFooter"): return .pageLine
    case ("comments", "t"): return .comment
    case ("workbook", "definedName"): return .definedName
    case ("Properties", "vt:lpwstr"): return .customProperty
    case ("Properties", "Company"): return .property
    case ("cp:coreProperties", "dc:title"), ("cp:coreProperties", "dc:subject"),
      ("cp:coreProperties", "dc:description"),
      ("cp:coreProperties", "dc:creator"), ("cp:coreProperties", "cp:lastModifiedBy"),
      ("cp:coreProperties", "cp:keywords"):
      return .property
    default: return nil
    }
  }

  private func hint(_ element: Range<Int>, _ attribute: Range<Int>) -> TemplateField.Kind? {
    guard isRoot("worksheet") else { return nil }
    switch (text(element), text(attribute)) {
    case ("dataValidation", "promptTitle"), ("dataValidation", "errorTitle"): return .hint(limit: 32, isEscaped: true)
    case ("dataValidation", "prompt"), ("dataValidation", "error"): return .hint(limit: 255, isEscaped: true)
    case ("hyperlink", "display"): return .hint(limit: 255, isEscaped: true)
    case ("hyperlink", "tooltip"): return .hint(limit: 255, isEscaped: false)
    default: return nil
    }
  }

  private func isRoot(_ name: String) -> Bool { path.first.map { text($0) == name } ?? false }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private var place: String { path.last.map(text) ?? "no element" }

  private func refusal(_ place: String) -> MarkupFault {
    .refused("a placeholder stands \(place), where none can be replaced")
  }
}

// MARK: - Placeholders

extension TemplateScanner {
  /// Whether a part holds a byte with which the characters for private use begin.
  static func mayHoldPlaceholders(_ bytes: [UInt8]) -> Bool { bytes.contains { $0 >= 0xEE } }

  private func holdsPlaceholder(_ range: Range<Int>) -> Bool {
    // Characters for private use take three bytes from EE on, or four.
    guard bytes[range].contains(where: { $0 >= 0xEE }) else { return false }
    return String(decoding: bytes[range], as: UTF8.self).unicodeScalars.contains { placeholders[$0] != nil }
  }

  private func pieces(of range: Range<Int>) -> [TemplateField.Piece] {
    var pieces: [TemplateField.Piece] = []
    var fixed: [UInt8] = []
    for scalar in String(decoding: bytes[range], as: UTF8.self).unicodeScalars {
      if let number = placeholders[scalar] {
        if !fixed.isEmpty { pieces.append(.fixed(fixed)) }
        fixed = []
        pieces.append(.value(number))
      } else {
        fixed.append(contentsOf: String(scalar).utf8)
      }
    }
    if !fixed.isEmpty { pieces.append(.fixed(fixed)) }
    return pieces
  }
}
