import XlsxPackage
import XlsxWrite

/// Writes a workbook of our own in other ways that mean the same, as other programs do.
struct Disguise {
  private var source: SeededSource
  private let book: BookModel

  init(_ book: BookModel, source: SeededSource) {
    self.book = book
    self.source = source
  }

  mutating func bytes(_ package: [UInt8]) throws -> [UInt8] {
    let parts = try PackageParts(package)
    var result = StoredPackage()
    for name in parts.names.sorted() {
      var text = parts[name]
      var bytes: [UInt8]?
      if let sheet = book.sheets.first(where: { parts.partName(ofWorksheet: $0.name) == name }) {
        if source.once(in: 2) { text = shared(text, sheet) }
        if source.once(in: 2) { text = withoutReferences(text) }
        text = other(text)
        // The reader of this test looks for the styles of columns in UTF-8.
        if sheet.columns.isEmpty, source.once(in: 4) { bytes = utf16(text) }
      } else if ["xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"].contains(name) {
        text = other(text)
      } else if name.hasPrefix("xl/comments") {
        text = other(text)
        if source.once(in: 3) { bytes = utf16(text) }
      }
      result.add(name, bytes ?? (name.hasSuffix(".xml") && source.once(in: 6) ? [0xEF, 0xBB, 0xBF] : []) + text.utf8)
    }
    return result.bytes
  }

  private mutating func utf16(_ text: String) -> [UInt8] {
    let isBig = source.once(in: 2)
    let units = [0xFEFF] + text.replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"").utf16
    return units.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  /// The column of equal formulas as one formula that its cells share.
  private func shared(_ text: String, _ sheet: SheetModel) -> String {
    guard let rows = sheet.sharedRows else { return text }
    var text = text
    for row in rows {
      guard let cell = text.firstRange(of: "<c r=\"G\(row)\""),
        let start = text[cell.upperBound...].firstRange(of: "<f>"),
        let end = text[start.upperBound...].firstRange(of: "</f>")
      else { return text }
      if row == rows.first {
        text.replaceSubrange(start, with: "<f t=\"shared\" ref=\"G\(row):G\(rows.last ?? row)\" si=\"0\">")
      } else {
        text.replaceSubrange(start.lowerBound..<end.upperBound, with: "<f t=\"shared\" si=\"0\"/>")
      }
    }
    return text
  }

  /// Cells and rows that follow each other need not say where they are.
  private mutating func withoutReferences(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    var row = 0
    var column = 0
    while let match = rest.firstMatch(of: #/<(row|c) r="([A-Z]*)(\d+)"/#) {
      result += rest[..<match.range.lowerBound]
      let place = CellReference("\(match.2)\(match.3)")
      let isNext: Bool
      if let place {
        isNext = place.column == column + 1
        column = place.column
      } else {
        let number = Int(match.3) ?? 0
        isNext = number == row + 1
        row = number
        column = 0
      }
      result += isNext && !source.once(in: 3) ? "<" + match.1 : match.0
      rest = rest[match.range.upperBound...]
    }
    return result + rest
  }

  /// Other prefixes, quotation marks, blanks, comments and references to characters.
  private mutating func other(_ text: String) -> String {
    let prefix = source.once(in: 3) ? "x:" : ""
    let quote = source.once(in: 3) ? "'" : "\""
    let blanks = source.pick(["", "", "\n  ", "<!-- <c r='A1'/> -->", " <?p <v>?>\n"])
    let blank = source.pick([" ", "  ", "\n"])
    var result = ""
    var last: Substring = ""
    for piece in text.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      // What stands behind the last quotation mark of a tag, and its end.
      let parts = piece.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
      let tag = parts[0]
      let isInside = !last.isEmpty && !last.hasPrefix("/") && !last.hasSuffix("/") && tag.hasPrefix("/")
      if !isInside, !last.isEmpty, result.hasSuffix(">") { result += blanks }
      result += self.tag(tag, prefix, quote, blank)
      let content = parts.count > 1 ? String(parts[1]) : ""
      result += content.allSatisfy(\.isWhitespace) ? content : characters(content)
      last = tag
    }
    return result
  }

  private mutating func tag(_ tag: Substring, _ prefix: String, _ quote: String, _ blank: String) -> String {
    if tag.hasPrefix("?") { return "<\(tag)>" }
    let isEnd = tag.hasPrefix("/")
    let isEmpty = tag.hasSuffix("/")
    // A name, and values between quotation marks with a blank and a label before each.
    let parts = tag.dropFirst(isEnd ? 1 : 0).dropLast(isEmpty ? 1 : 0).split(
      separator: "\"", omittingEmptySubsequences: false)
    let words = parts[0].split(separator: " ", omittingEmptySubsequences: false)
    var result = (isEnd ? "</" : "<") + (words[0].contains(":") ? "" : prefix) + words[0]
    var label = words.dropFirst().joined()
    for (index, part) in parts.enumerated().dropFirst() {
      if index % 2 == 0 {
        label = part.filter { $0 != " " }
        continue
      }
      let name = String(label.dropLast())
      let value = name.hasPrefix("xmlns") ? String(part) : characters(String(part), isAttribute: true)
      let full = name == "xmlns" && !prefix.isEmpty ? "xmlns:" + prefix.dropLast() : name
      result += "\(blank)\(full)\(quote == "'" ? " = " : "=")\(quote)\(value.replacing("'", with: "&apos;"))\(quote)"
    }
    return result + (isEmpty ? "/>" : quote == "'" ? " >" : ">")
  }

  private mutating func characters(_ text: String, isAttribute: Bool = false) -> String {
    if !isAttribute, !text.isEmpty, source.once(in: 8), !text.contains("&#"), !text.contains("]]") {
      let plain = text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
        .replacing("&apos;", with: "'").replacing("&amp;", with: "&")
      if !plain.contains("]]>") { return "<![CDATA[\(plain)]]>" }
    }
    if !source.once(in: 4) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      result += scalar.isASCII || source.once(in: 2) ? String(scalar) : "&#x\(String(scalar.value, radix: 16));"
    }
    return result
  }
}
