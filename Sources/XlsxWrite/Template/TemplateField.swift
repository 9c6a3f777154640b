/// A text of a part that holds placeholders, whole: from tag to tag, or between the quotation marks of an attribute.
struct TemplateField {
  /// What a text is, which says what may stand there.
  enum Kind: Equatable {
    /// An entry of the table of texts that cells share, with its tags.
    case sharedString
    /// The text that a formula comes to.
    case result
    /// The formula of a cell or of a conditional format.
    case formula
    /// A text about the workbook.
    case property
    /// The text of a property of the user's own.
    case customProperty
    /// What a name stands for.
    case definedName
    /// A line at the top or bottom of pages.
    case pageLine
    case comment
    /// A hint, up to a length; where it is escaped, any character may be meant.
    case hint(limit: Int, isEscaped: Bool)
  }

  enum Piece {
    case fixed([UInt8])
    /// The number of a placeholder.
    case value(Int)
  }

  let kind: Kind
  let pieces: [Piece]
  /// The lengths of what is fixed, before escaping for XML.
  private let fixedLength: Int
  private let fixedScalars: Int
  private let fixedBytes: Int
  private let hasUnderscore: Bool
  private let hasExclamation: Bool

  init(_ kind: Kind, _ pieces: [Piece]) {
    self.kind = kind
    self.pieces = pieces
    var text = ""
    for case .fixed(let bytes) in pieces { text += MarkupText.unescaped(bytes) }
    fixedLength = text.utf16.count
    fixedScalars = text.unicodeScalars.count
    fixedBytes = text.utf8.count
    hasUnderscore = text.utf8.contains(UInt8(ascii: "_"))
    hasExclamation = text.utf8.contains(UInt8(ascii: "!"))
  }

  /// Whether a placeholder stands first.
  var beginsWithValue: Bool {
    if case .value = pieces.first { true } else { false }
  }

  /// The text with values put in; nil where the writer would not put them there, or not by themselves.
  func content(_ values: [TemplateValue]) -> [UInt8]? {
    var length = fixedLength
    var textLength = fixedLength
    var scalars = fixedScalars
    var bytes = fixedBytes
    var isPlain = true
    var underscores = hasUnderscore
    var exclamations = false
    var quotationMarks = false
    var ampersands = false
    var result: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .fixed(let bytes): result.append(contentsOf: bytes)
      case .value(let number):
        let value = values[number]
        if case .hint = kind {
          result.append(contentsOf: value.attribute)
        } else {
          result.append(contentsOf: value.text)
        }
        length += value.length
        textLength += value.textLength
        scalars += value.scalarCount
        bytes += value.byteCount
        isPlain = isPlain && value.isPlain
        underscores = underscores || value.hasUnderscore
        exclamations = exclamations || value.hasExclamation
        quotationMarks = quotationMarks || value.hasQuotationMark
        ampersands = ampersands || value.hasAmpersand
      }
    }
    // Together two pieces might look like an escape (`_xHHHH_`) that neither is.
    if underscores, pieces.count > 1, isEscaped { return nil }
    // Texts that are not escaped so are put in as they are, and then must be what XML can hold.
    if !isEscaped && !isPlain { return nil }
    let fits =
      switch kind {
      case .sharedString, .comment: !result.isEmpty && textLength <= 32_767
      case .result: textLength <= 32_767
      // A quotation mark would end the text that it stands in, an ampersand begins a code.
      case .formula: length <= 8_191 && scalars <= 8_191 && !quotationMarks
      case .property: !result.isEmpty
      case .customProperty: length <= 255
      // Names of ranges are listed elsewhere, and the exclamation mark is what tells them.
      case .definedName: bytes <= 126 && (hasExclamation || !exclamations) && !quotationMarks
      case .pageLine: length <= 255 && !ampersands
      case .hint(let limit, _): !result.isEmpty && textLength <= limit
      }
    return fits ? result : nil
  }

  /// Whether control characters are written as `_xHHHH_` here.
  private var isEscaped: Bool {
    switch kind {
    case .sharedString, .result, .comment, .hint(_, isEscaped: true): true
    default: false
    }
  }

  /// The tag before the text of an entry of the shared table.
  static func sharedTag(before content: [UInt8]) -> [UInt8] {
    isSpace(content.first) || isSpace(content.last) ? spacedTag : plainTag
  }

  private static let plainTag = Array("<t>".utf8)
  private static let spacedTag = Array("<t xml:space=\"preserve\">".utf8)

  private static func isSpace(_ byte: UInt8?) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A
  }
}
