extension WorkbookBuilder {
  /// Gives the first sheet relationships: id, type, target, and whether the target lies outside.
  mutating func relate(
    _ list: [(id: String, type: String, target: String, isExternal: Bool)], part: String = "worksheets/sheet1.xml"
  ) {
    let items = list.map {
      """
      <Relationship Id="\($0.id)" Type="\($0.type.contains(":") ? $0.type : "\(Self.relationships)/\($0.type)")" \
      Target="\($0.target)"\($0.isExternal ? " TargetMode=\"External\"" : "")/>
      """
    }
    let slash = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    set(
      "xl/\(part[..<slash])_rels/\(part[slash...]).rels",
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\(items.joined())</Relationships>
      """)
  }

  /// The same workbook with the namespaces of strict files (ECMA-376 part 1, annex A).
  var strict: WorkbookBuilder {
    var copy = self
    for name in copy.parts.map(\.name) {
      copy.edit(name) {
        $0.replacing(Self.main, with: "http://purl.oclc.org/ooxml/spreadsheetml/main")
          .replacing(Self.relationships, with: "http://purl.oclc.org/ooxml/officeDocument/relationships")
      }
    }
    return copy
  }

  /// The same workbook with every element of the first sheet under a prefix.
  var prefixed: WorkbookBuilder {
    var copy = self
    copy.edit("xl/worksheets/sheet1.xml") {
      $0.replacing("xmlns=", with: "xmlns:m=").replacing(#/<(\/?)([A-Za-z0-9]+)(?=[\s\/>])/#) { "<\($0.1)m:\($0.2)" }
    }
    return copy
  }

  /// The same workbook with the first sheet in UTF-16.
  var utf16: WorkbookBuilder {
    var copy = self
    let text =
      "\u{FEFF}<?xml version='1.0' encoding='UTF-16'?>"
      + String(decoding: bytes(of: "xl/worksheets/sheet1.xml"), as: UTF8.self)
    copy.set("xl/worksheets/sheet1.xml", text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    return copy
  }
}
