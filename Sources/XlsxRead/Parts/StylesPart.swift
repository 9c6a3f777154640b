/// Reads `xl/styles.xml`: the number format and the protection of each cell style.
final class StylesPart: XMLHandler {
  private let limits: ReadLimits
  private var codes: [Int: String] = [:]
  private var records: [(format: Int, isLocked: Bool, isHidden: Bool)] = []
  private var isInFormats = false
  private var isInStyles = false

  init(limits: ReadLimits) { self.limits = limits }

  override func start(_ element: XMLElement) throws(XMLFault) {
    if element.depth == 2 {
      isInFormats = element.name.matches("numFmts")
      isInStyles = element.name.matches("cellXfs")
    } else if element.depth == 3, isInFormats, element.name.matches("numFmt") {
      if let id = element["numFmtId"].flatMap({ Int($0) }) { codes[id] = element["formatCode"] ?? "" }
      if codes.count > limits.cellStyles { throw XMLFault(.overLimit, "more than \(limits.cellStyles) number formats") }
    } else if element.depth == 3, isInStyles, element.name.matches("xf") {
      if records.count >= limits.cellStyles { throw XMLFault(.overLimit, "more than \(limits.cellStyles) cell styles") }
      records.append((element["numFmtId"].flatMap { Int($0) } ?? 0, true, false))
    } else if element.depth == 4, isInStyles, element.name.matches("protection"), !records.isEmpty {
      records[records.count - 1].isLocked = element.flag("locked") ?? true
      records[records.count - 1].isHidden = element.flag("hidden") ?? false
    }
  }

  /// The styles, once the part is read.
  var table: StyleTable {
    var formats: [NumberFormat] = []
    var positions: [Int: Int] = [:]
    var styles: [StyleTable.Style] = []
    styles.reserveCapacity(records.count)
    for record in records {
      let position: Int
      if let known = positions[record.format] {
        position = known
      } else {
        position = formats.count
        positions[record.format] = position
        formats.append(NumberFormat(id: record.format, code: codes[record.format]))
      }
      styles.append(StyleTable.Style(format: position, isLocked: record.isLocked, isHidden: record.isHidden))
    }
    return StyleTable(formats: formats, styles: styles)
  }
}
