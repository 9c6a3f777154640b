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
      let columns = Self.columns(parts[parts.partName(ofWorksheet: sheet.name)])
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
  private static func columns(_ xml: String) -> [Int: Int] {
    var columns: [Int: Int] = [:]
    for match in xml.matches(of: #/<(?:x:)?col\s[^>]*>/#) {
      guard let first = match.0.numberAttribute("min"), let last = match.0.numberAttribute("max"),
        let style = match.0.numberAttribute("style")
      else { continue }
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
  func partName(ofWorksheet name: String) -> String {
    for element in self["xl/workbook.xml"].matches(of: #/<(?:x:)?sheet\s[^>]*>/#) {
      guard element.0.attribute("name") == name, let id = element.0.attribute("r:id") else { continue }
      for item in self["xl/_rels/workbook.xml.rels"].matches(of: #/<Relationship [^>]*>/#)
      where item.0.attribute("Id") == id {
        let target = item.0.attribute("Target") ?? ""
        return target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
      }
    }
    return ""
  }
}

extension Substring {
  /// The value of an attribute of a tag, with its entities resolved.
  fileprivate func attribute(_ name: String) -> String? {
    for match in matches(of: #/\s([A-Za-z0-9:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/#) where match.1 == name {
      var text = String(match.2 ?? match.3 ?? "")
      while let reference = text.firstMatch(of: #/&#x([0-9a-f]+);/#) {
        text.replaceSubrange(
          reference.range, with: UInt32(reference.1, radix: 16).flatMap { Unicode.Scalar($0) }.map { String($0) } ?? "")
      }
      return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
        .replacing("&apos;", with: "'").replacing("&amp;", with: "&")
    }
    return nil
  }

  fileprivate func numberAttribute(_ name: String) -> Int? { attribute(name).flatMap { Int($0) } }
}
