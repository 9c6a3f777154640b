import XlsxPackage
import XlsxWrite

/// A small workbook made part by part, which a test has changed.
struct PatchBook {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let strictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main"
  static let strictRelations = "http://purl.oclc.org/ooxml/officeDocument/relationships"
  static let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
  static let sheet1 = "xl/worksheets/sheet1.xml"

  var parts: [(name: String, bytes: [UInt8])] = []

  /// A workbook with one sheet `S`: what stands in `sheetData`, before it and behind it.
  init(_ rows: String = "", before: String = "", after: String = "") {
    self.init(sheets: [("S", Self.sheet(rows, before: before, after: after))])
  }

  /// A workbook of several sheets; `attributes` stand in the tag of its one window.
  init(sheets: [(name: String, xml: String)], window: String? = nil, behindSheets: String = "") {
    let count = sheets.count
    set(
      "[Content_Types].xml",
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/xl/workbook.xml" ContentType="\(Self.types).sheet.main+xml"/>\
      \((1...count).map { "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(Self.types).worksheet+xml\"/>" }.joined())\
      <Override PartName="/xl/styles.xml" ContentType="\(Self.types).styles+xml"/></Types>
      """)
    relate("", [("rId1", "officeDocument", "xl/workbook.xml")])
    set(
      "xl/workbook.xml",
      """
      <workbook xmlns="\(Self.main)" xmlns:r="\(Self.relations)">\
      \(window.map { "<bookViews><workbookView\($0)/></bookViews>" } ?? "")<sheets>\
      \(sheets.enumerated().map { "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\" r:id=\"rId\($0 + 1)\"/>" }.joined())\
      </sheets>\(behindSheets)</workbook>
      """)
    relate(
      "xl/workbook.xml",
      (1...count).map { ("rId\($0)", "worksheet", "worksheets/sheet\($0).xml") }
        + [("rId\(count + 1)", "styles", "styles.xml")])
    for (index, sheet) in sheets.enumerated() { set("xl/worksheets/sheet\(index + 1).xml", sheet.xml) }
    set("xl/styles.xml", Self.styles)
  }

  static func sheet(_ rows: String, before: String = "", after: String = "") -> String {
    "<worksheet xmlns=\"\(main)\" xmlns:r=\"\(relations)\">\(before)<sheetData>\(rows)</sheetData>\(after)</worksheet>"
  }

  /// Two fonts, three fills, four cell styles: plain, `#,##0.00`, bold on yellow, a date.
  static let styles = """
    <styleSheet xmlns="\(main)"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font>\
    <font><b/><sz val="11"/><color theme="1"/><name val="宋体"/><family val="2"/></font></fonts>\
    <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
    <fill><patternFill patternType="solid"><fgColor rgb="FFFFFF00"/><bgColor indexed="64"/></patternFill></fill></fills>\
    <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
    <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
    <cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
    <xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
    <xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"><protection locked="0"/></xf>\
    <xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>
    """

  mutating func set(_ name: String, _ text: String) { set(name, Array(text.utf8)) }

  mutating func set(_ name: String, _ bytes: [UInt8]) {
    if let index = parts.firstIndex(where: { $0.name == name }) {
      parts[index].bytes = bytes
    } else {
      parts.append((name, bytes))
    }
  }

  /// Adds a part and says what kind of content it has.
  mutating func add(_ name: String, _ text: String, type: String) {
    set(name, text)
    replace(
      "[Content_Types].xml", "</Types>", "<Override PartName=\"/\(name)\" ContentType=\"\(type)\"/></Types>")
  }

  mutating func remove(_ name: String) { parts.removeAll { $0.name == name } }

  func text(_ name: String) -> String {
    String(decoding: parts.first { $0.name == name }?.bytes ?? [], as: UTF8.self)
  }

  /// Puts a text in the place of another one in a part.
  mutating func replace(_ name: String, _ old: String, _ new: String) {
    set(name, text(name).replacing(old, with: new))
  }

  /// Writes the relationships of a part; of the package, where its name is empty. A target with a colon lies outside.
  mutating func relate(_ part: String, _ list: [(id: String, type: String, target: String)]) {
    let items = list.map { id, type, target in
      """
      <Relationship Id="\(id)" Type="\(type.contains(":") ? type : "\(Self.relations)/\(type)")" \
      Target="\(target)"\(target.contains(":") || target.hasPrefix("#") ? " TargetMode=\"External\"" : "")/>
      """
    }
    set(
      Self.relationshipsPart(of: part),
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\(items.joined())</Relationships>
      """)
  }

  /// Adds a relationship to those that a part has.
  mutating func relate(_ part: String, _ id: String, _ type: String, _ target: String) {
    let name = Self.relationshipsPart(of: part)
    if text(name).isEmpty { return relate(part, [(id, type, target)]) }
    var other = PatchBook()
    other.relate(part, [(id, type, target)])
    let item = other.text(name).split(separator: ">", maxSplits: 1)[1].replacing("</Relationships>", with: "")
    replace(name, "</Relationships>", item + "</Relationships>")
  }

  static func relationshipsPart(of part: String) -> String {
    let slash = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    return "\(part[..<slash])_rels/\(part[slash...]).rels"
  }

  /// The same workbook with the namespaces of strict files (ECMA-376 part 1, annex A).
  var strict: PatchBook {
    var copy = self
    for name in parts.map(\.name) {
      copy.replace(name, Self.main, Self.strictMain)
      copy.replace(name, Self.relations, Self.strictRelations)
    }
    return copy
  }

  /// The same workbook with every element of a part under a prefix.
  func prefixed(_ name: String, _ prefix: String = "x") -> PatchBook {
    var copy = self
    copy.set(name, Self.prefixed(text(name), prefix))
    return copy
  }

  static func prefixed(_ text: String, _ prefix: String = "x") -> String {
    text.replacing("xmlns=", with: "xmlns:\(prefix)=")
      .replacing(#/<(\/?)([A-Za-z0-9]+)(?=[\s\/>])/#) { "<\($0.1)\(prefix):\($0.2)" }
  }

  var bytes: [UInt8] { ZipMaker(entries: parts.map { ZipMaker.Entry(name: $0.name, bytes: $0.bytes) }).bytes }

  func open(limits: PatchLimits = .default) throws -> WorkbookPatch {
    try WorkbookPatch(ofBytes: bytes, name: "test.xlsx", limits: limits)
  }

  /// Changes the workbook.
  func patched(_ change: (WorkbookPatch) throws -> Void) throws -> PatchedBook {
    let patch = try open()
    try change(patch)
    return try PatchedBook(old: bytes, new: try patch.bytes())
  }

  /// Changes the first worksheet.
  func edited(_ change: (WorksheetPatch) throws -> Void) throws -> PatchedBook {
    try patched { try change($0.worksheets[0]) }
  }

  /// The error of a change that must fail.
  func refusal(_ change: (WorkbookPatch) throws -> Void) -> XlsxWriteError? {
    do {
      _ = try patched(change)
      return nil
    } catch {
      return error as? XlsxWriteError
    }
  }

  /// The error of a change of the first worksheet that must fail.
  func editRefusal(_ change: (WorksheetPatch) throws -> Void) -> XlsxWriteError? {
    refusal { try change($0.worksheets[0]) }
  }
}

/// A workbook after a change, beside what it was.
struct PatchedBook {
  let old: PackageParts
  let new: PackageParts
  let oldBytes: [UInt8]
  let bytes: [UInt8]

  init(old: [UInt8], new: [UInt8]) throws {
    self.old = try PackageParts(old)
    self.new = try PackageParts(new)
    oldBytes = old
    bytes = new
  }

  /// The text of a part.
  subscript(_ name: String) -> String { new[name] }

  /// The text of a worksheet, counted from 1.
  func sheet(_ number: Int = 1) -> String { new.sheet(number) }

  /// What stands in the `sheetData` of a worksheet without prefixes.
  func rows(_ number: Int = 1) -> String { Self.between("<sheetData>", "</sheetData>", sheet(number)) }

  /// The names of the parts that are new or differ.
  var changed: [String] { new.names.filter { new.bytes(of: $0) != old.bytes(of: $0) }.sorted() }

  /// The names of the parts that are gone.
  var removed: [String] { old.names.subtracting(new.names).sorted() }

  static func between(_ start: String, _ end: String, _ text: String) -> String {
    guard let from = text.firstRange(of: start)?.upperBound, let to = text[from...].firstRange(of: end)?.lowerBound
    else { return "no \(start)…\(end) in \(text)" }
    return String(text[from..<to])
  }

  /// The attributes of the elements that stand between two texts of a part.
  func elements(_ name: String, in part: String, from start: String, to end: String) -> [[String: String]] {
    Self.elements(name, in: Self.between(start, end, self[part]))
  }

  /// The attributes of each element of a name in some XML with double quotes.
  static func elements(_ name: String, in xml: String) -> [[String: String]] {
    xml.split(separator: "<").filter {
      $0 == name || $0.hasPrefix(name + " ") || $0.hasPrefix(name + ">") || $0.hasPrefix(name + "/")
    }
    .map { tag in
      var result: [String: String] = [:]
      for match in tag.prefix(while: { $0 != ">" }).matches(of: #/([A-Za-z:]+)="([^"]*)"/#) {
        result[String(match.1)] = String(match.2)
      }
      return result
    }
  }

  /// The attributes of the cell styles.
  var styles: [[String: String]] { elements("xf", in: "xl/styles.xml", from: "<cellXfs", to: "</cellXfs>") }
}
