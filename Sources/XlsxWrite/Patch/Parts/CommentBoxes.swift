internal import XlsxPackage

/// The drawing in VML that holds the boxes of a sheet's comments; Excel shows no comment without one.
///
/// Excel writes such drawings in a way that is not always well-formed, so they are changed by their tags alone.
struct CommentBoxes {
  static let contentType = "application/vnd.openxmlformats-officedocument.vmlDrawing"

  private var bytes: [UInt8]
  private let encoding: PartEncoding
  /// The widths of the sheet's columns in pixels, as far as any has one of its own.
  private let widths: [Int]

  /// Takes the drawing of a sheet.
  init(_ text: PartText, columnWidths: [(columns: ClosedRange<Int>, width: Double)]) {
    bytes = text.bytes
    encoding = text.encoding
    widths = Self.pixels(columnWidths)
  }

  /// Starts a drawing; `number` keeps its shapes apart from those of other sheets.
  init(number: Int, columnWidths: [(columns: ClosedRange<Int>, width: Double)]) {
    bytes = Array(
      """
      <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
      xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" \
      data="\(number)"/></o:shapelayout></xml>
      """.utf8)
    encoding = .utf8
    widths = Self.pixels(columnWidths)
    firstShape = number * 1024 + 1
  }

  private var firstShape = 1025

  /// Takes out the boxes of some cells. Throws where the drawing cannot be looked through to its end.
  mutating func remove(_ cells: Set<CellReference>) throws(MarkupFault) {
    if cells.isEmpty { return }
    var result: [UInt8] = []
    var position = 0
    var start: Int?
    var place: (isNote: Bool, row: Int?, column: Int?) = (false, nil, nil)
    var number: String?
    var copied = 0
    while let token = try MarkupScanner.token(in: bytes, from: position, isAll: true) {
      position = token.range.upperBound
      let name = localName(token)
      switch token.kind {
      case .start, .empty:
        number = nil
        if name == "shape" {
          start = token.kind == .start ? token.range.lowerBound : nil
          place = (false, nil, nil)
        } else if name == "ClientData" {
          place.isNote =
            MarkupScanner.value(of: "ObjectType", token, in: bytes).map { bytes[$0].elementsEqual("Note".utf8) }
            ?? false
        } else if name == "Row" || name == "Column" {
          number = name
        }
      case .text:
        let text = String(decoding: bytes[token.range].filter { !MarkupScanner.isSpace($0) }, as: UTF8.self)
        let value = Int(text).flatMap { (0..<CellReference.maximumRow).contains($0) ? $0 : nil }
        if number == "Row" { place.row = value }
        if number == "Column" { place.column = value }
      case .end:
        number = nil
        if name == "shape", let from = start {
          if place.isNote, let row = place.row, let column = place.column,
            cells.contains(CellReference(row: row + 1, column: column + 1))
          {
            result.append(contentsOf: bytes[copied..<from])
            copied = token.range.upperBound
          }
          start = nil
        }
      default: break
      }
    }
    result.append(contentsOf: bytes[copied...])
    bytes = result
  }

  private func localName(_ token: MarkupToken) -> String {
    String(decoding: bytes[token.name].split(separator: UInt8(ascii: ":")).last ?? [], as: UTF8.self)
  }

  /// Adds boxes for comments. Throws where the drawing has no end to add them at.
  mutating func add(_ comments: [(cell: CellReference, text: String)]) throws(MarkupFault) {
    if comments.isEmpty { return }
    var position = 0
    var end: Int?
    var root: MarkupToken?
    var hasType = false
    var largest = firstShape - 1
    while let token = try MarkupScanner.token(in: bytes, from: position, isAll: true) {
      position = token.range.upperBound
      if token.kind == .start || token.kind == .empty {
        if root == nil { root = token }
        guard let id = MarkupScanner.value(of: "id", token, in: bytes) else { continue }
        let text = String(decoding: bytes[id], as: UTF8.self)
        if text == "_x0000_t202", localName(token) == "shapetype" { hasType = true }
        if text.hasPrefix("_x0000_s"), let number = Int(text.dropFirst(8)), number < 1 << 26 {
          largest = max(largest, number)
        }
      } else if token.kind == .end, localName(token) == "xml" {
        end = token.range.lowerBound
      }
    }
    guard let end, let root else { throw .broken("the drawing of the comments does not end") }
    let declarations = [
      ("v", "urn:schemas-microsoft-com:vml"), ("o", "urn:schemas-microsoft-com:office:office"),
      ("x", "urn:schemas-microsoft-com:office:excel"),
    ].filter { prefix, uri in !Array(bytes[root.range]).contains("xmlns:\(prefix)=\"\(uri)\"") }
      .map { " xmlns:\($0)=\"\($1)\"" }.joined()
    var xml = ""
    if !hasType {
      xml += """
        <v:shapetype\(declarations) id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">\
        <v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
        """
    }
    for (index, comment) in comments.enumerated() {
      xml += """
        <v:shape\(declarations) id="_x0000_s\(largest + 1 + index)" type="#_x0000_t202" \
        style="position:absolute;margin-left:60pt;margin-top:2pt;width:150pt;height:75pt;z-index:\(index + 1);visibility:hidden" \
        fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>\
        <v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>\
        </v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>\
        <x:Anchor>\(anchor(comment.cell, comment.text))</x:Anchor><x:AutoFill>False</x:AutoFill>\
        <x:Row>\(comment.cell.row - 1)</x:Row><x:Column>\(comment.cell.column - 1)</x:Column></x:ClientData></v:shape>
        """
    }
    bytes.insert(contentsOf: xml.utf8, at: end)
  }

  /// Where a box stands: column and pixels in it on the left, row and pixels above, the same on the right and below.
  private func anchor(_ cell: CellReference, _ text: String) -> String {
    var right = min(cell.column + 1, CellReference.maximumColumn)
    let left = right
    var rest = 240
    while rest > width(right), right < CellReference.maximumColumn {
      rest -= width(right)
      right += 1
    }
    // A Chinese character is about 12 pixels wide at the usual size, so some 19 fit into a line; a row has 20 pixels.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { $0 + 1 + $1.count / 19 }
    let top = max(cell.row - 2, 0)
    return "\(left - 1), 15, \(top), 10, \(right - 1), \(min(rest, width(right))), \(top + min(max(lines, 3), 20)), 4"
  }

  /// The widths in pixels: seven for each digit, and five (18.3.1.13).
  private static func pixels(_ columnWidths: [(columns: ClosedRange<Int>, width: Double)]) -> [Int] {
    let last = columnWidths.map(\.columns.upperBound).max() ?? 0
    var widths = [Int](repeating: 64, count: last + 1)
    for (columns, width) in columnWidths where width.isFinite {
      let pixels = width > 0 ? Int(min(width, 255) * 7) + 5 : 0
      for column in columns { widths[column] = pixels }
    }
    return widths
  }

  /// How wide a column is in pixels: seven for each digit, and five (18.3.1.13).
  private func width(_ column: Int) -> Int {
    guard widths.indices.contains(column) else { return 64 }
    return widths[column]
  }

  /// The part with all changes.
  var rendered: [UInt8] { encoding.encode(bytes) }
}

extension [UInt8] {
  /// Whether a text stands in the bytes.
  fileprivate func contains(_ text: String) -> Bool {
    String(decoding: self, as: UTF8.self).contains(text)
  }
}
