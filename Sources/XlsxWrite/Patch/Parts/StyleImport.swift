/// Takes the styles of a workbook of ours into another workbook's.
struct StyleImport {
  private let source: MarkupDocument
  private let target: StyleBook
  private var cellStyles: [Int: Int] = [:]
  private var differentialStyles: [Int: Int] = [:]

  init(_ source: MarkupDocument, into target: StyleBook) {
    self.source = source
    self.target = target
  }

  /// The number that a cell style has in the target.
  mutating func cellStyle(_ index: Int) throws(MarkupFault) -> Int {
    if let known = cellStyles[index] { return known }
    var xf = try item("cellXfs", index)
    for (attribute, list) in [("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders")] {
      let old = xf.value(attribute, of: 0).flatMap { Int($0) } ?? 0
      let item = try item(list, old)
      xf.set(attribute, of: 0, to: "\(try target.add(String(decoding: item.bytes, as: UTF8.self), toList: list))")
    }
    if let format = xf.value("numFmtId", of: 0).flatMap({ Int($0) }), format >= 164 {
      xf.set("numFmtId", of: 0, to: "\(target.numberFormat(formatCode(format)))")
    }
    xf.set("xfId", of: 0, to: "0")
    // The style that cells without one have is said outright, since the target's own may differ in all of it.
    for attribute in ["applyFont", "applyFill", "applyBorder"] { xf.set(attribute, of: 0, to: "1") }
    let new = try target.add(String(decoding: xf.rendered(), as: UTF8.self), toList: "cellXfs")
    cellStyles[index] = new
    return new
  }

  /// The number that the style of a conditional format has in the target.
  mutating func differentialStyle(_ index: Int) throws(MarkupFault) -> Int {
    if let known = differentialStyles[index] { return known }
    var style = try item("dxfs", index)
    if let format = style.child(of: 0, named: "numFmt"), let code = style.value("formatCode", of: format) {
      style.set("numFmtId", of: format, to: "\(target.numberFormat(code))")
    }
    let new = try target.add(String(decoding: style.rendered(), as: UTF8.self), toList: "dxfs")
    differentialStyles[index] = new
    return new
  }

  private func item(_ list: String, _ index: Int) throws(MarkupFault) -> MarkupDocument {
    guard let element = source.child(of: 0, named: list), source.elements[element].children.indices.contains(index)
    else {
      throw .broken("the list \(list) has no item \(index)")
    }
    let range = source.elements[source.elements[element].children[index]].range
    return try MarkupDocument(Array(source.bytes[range]))
  }

  private func formatCode(_ id: Int) -> String {
    guard let list = source.child(of: 0, named: "numFmts") else { return "General" }
    let format = source.elements[list].children.first { source.value("numFmtId", of: $0) == "\(id)" }
    return format.flatMap { source.value("formatCode", of: $0) } ?? "General"
  }
}
