import XlsxPackage
import XlsxRead
import XlsxWrite

extension BookPicture {
  /// What a workbook shows, as XlsxRead gives it; the looks of cells come from the style sheet by a reader of our own.
  init(_ bytes: [UInt8]) throws {
    let workbook = try Workbook(bytes: bytes, name: "picture.xlsx")
    let parts = try PackageParts(bytes)
    let styles = try ShownStyles(parts["xl/styles.xml"])
    for sheet in workbook.worksheets {
      let columns = try Self.columns(parts[parts.worksheet(named: sheet.name)])
      sheets.append(try SheetPicture(sheet, styles, columns))
    }
    for name in try workbook.definedNames() {
      names[name.name + (name.sheet.map { " of " + $0 } ?? "")] = [name.text]
    }
    let read = try workbook.documentProperties()
    let pairs: [(DocumentProperty, String?)] = [
      (.title, read.title), (.subject, read.subject), (.author, read.creator), (.keywords, read.keywords),
      (.comments, read.description), (.category, read.category), (.lastModifiedBy, read.lastModifiedBy),
      (.company, read.company),
    ]
    for (property, text) in pairs { properties[property] = text?.isEmpty == true ? nil : text }
    custom = try workbook.customProperties()
  }

  /// The styles of columns, which no cell has.
  private static func columns(_ xml: String) throws -> [Int: Int] {
    var columns: [Int: Int] = [:]
    for match in xml.matches(of: #/<col min="(\d+)" max="(\d+)"[^>]* style="(\d+)"/#) {
      guard let first = Int(match.1), let last = Int(match.2), let style = Int(match.3) else { continue }
      for column in first...last { columns[column] = style }
    }
    return columns
  }
}

extension SheetPicture {
  fileprivate init(_ sheet: Worksheet, _ styles: ShownStyles, _ columns: [Int: Int]) throws {
    name = sheet.name
    visibility = sheet.visibility
    let reader = try sheet.rowReader()
    while let row = try reader.next() {
      for cell in row {
        let picture = CellPicture(
          kind: cell.kind, value: cell.boolean.map { $0 ? "TRUE" : "FALSE" } ?? cell.rawText,
          formulas: cell.formula.map { [$0] } ?? [], format: try styles.format(cell))
        let base = try styles.format(columns[cell.reference.column] ?? 0)
        if picture.kind == .blank, picture.formulas.isEmpty, picture.format == base { continue }
        if cells.updateValue(picture, forKey: cell.reference) != nil { throw Twice(cell: cell.reference) }
      }
    }
    let layout = try sheet.layout()
    for link in layout.hyperlinks {
      if links[link.range.first] != nil { throw Twice(cell: link.range.first) }
      links[link.range.first] = LinkPicture(location: link.location ?? "", tip: link.tooltip)
    }
    merges = layout.merges
    choices = layout.validations.first?.formula1
    for comment in try sheet.comments() {
      let model = CommentModel(author: comment.author ?? "", text: comment.text)
      if comments.updateValue(model, forKey: comment.reference) != nil { throw Twice(cell: comment.reference) }
    }
  }

  /// A cell, a link or a comment of a cell stands twice in a sheet.
  struct Twice: Error { var cell: CellReference }
}

extension PackageParts {
  /// The part of a worksheet, found by the workbook's own list.
  func worksheet(named name: String) -> String {
    let escaped = name.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    let names = [
      escaped, escaped.replacing("\"", with: "&quot;"),
      escaped.replacing("\"", with: "&quot;").replacing("'", with: "&apos;"),
    ]
    for element in self["xl/workbook.xml"].matches(of: #/<sheet [^>]*>/#) {
      guard names.contains(where: { element.0.contains("name=\"\($0)\"") }),
        let id = element.0.firstMatch(of: #/r:id="([^"]*)"/#)
      else { continue }
      for item in self["xl/_rels/workbook.xml.rels"].matches(of: #/<Relationship [^>]*>/#)
      where item.0.contains("Id=\"\(id.1)\"") {
        let target = item.0.firstMatch(of: #/Target="([^"]*)"/#).map { String($0.1) } ?? ""
        return target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
      }
    }
    return ""
  }
}
