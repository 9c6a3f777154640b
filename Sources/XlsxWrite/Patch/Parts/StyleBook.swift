internal import XlsxPackage

/// The cell styles of the workbook that is changed. Styles are added behind those that it has, never renumbered.
final class StyleBook {
  private var document: MarkupDocument
  private let encoding: PartEncoding
  private let prefix: String
  private var known: [Key: Int] = [:]
  private var sections: [String: Section] = [:]
  /// The places of the fills, once one is given back to a cell.
  private var fillPlaces: [CellFill: Int]?
  /// The fills of cell styles that were asked for.
  private var knownFills: [Int: CellFill] = [:]
  /// The number formats by their codes, once they are asked for.
  private var formats: (ids: [ExactText: Int], largest: Int)?

  /// Excel's limit on cell styles.
  private static let maximumStyles = 65_490
  /// The order of the parts of a style sheet (ECMA-376 18.8.39).
  private static let order = [
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors",
    "extLst",
  ]

  private struct Key: Hashable {
    var base: Int
    var fill: StyleChange.FillChange?
    var fontColor: StyleChange.ColorChange?
    var format: ExactText?

    init(_ base: Int, _ change: StyleChange) {
      self.base = base
      fill = change.fill
      fontColor = change.fontColor
      format = change.numberFormat.map { ExactText($0) }
    }
  }

  /// One list of the style sheet, as `fonts`: what it has and what is added.
  private struct Section {
    var items: [String]
    var old: Int
    var positions: [ExactText: Int]
  }

  /// Takes the style sheet, or an empty one in the workbook's namespace.
  init(_ present: (markup: MarkupDocument, encoding: PartEncoding)?, namespace: String) throws(MarkupFault) {
    let empty = """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="\(namespace)"></styleSheet>
      """
    encoding = present?.encoding ?? .utf8
    if let present { document = present.markup } else { document = try MarkupDocument(Array(empty.utf8)) }
    if document.root.name != "styleSheet" { throw .broken("the styles are no style sheet") }
    prefix = document.root.prefix
  }

  /// Whether a style was added.
  var isChanged: Bool { sections.values.contains { $0.items.count > $0.old } }

  /// The number of the style that a cell gets which has the style `base` and changes.
  func index(of base: Int, _ change: StyleChange) throws(MarkupFault) -> Int {
    if let index = known[Key(base, change)] { return index }
    list(of: "cellXfs")
    let styles = sections["cellXfs"]?.items ?? []
    let xf = try changed(styles[styles.indices.contains(base) ? base : 0], change)
    let index = add(xf, to: "cellXfs")
    if index >= Self.maximumStyles {
      throw .refused("the workbook would have more than \(Self.maximumStyles) cell styles. Change fewer looks.")
    }
    known[Key(base, change)] = index
    return index
  }

  /// The items of a list, at least the one that cells without a style need.
  @discardableResult
  private func list(of name: String) -> [String] {
    var list = section(name)
    if list.items.isEmpty {
      list.items = Self.first(of: name).compactMap { try? MarkupText.prefixed($0, prefix) }
      for (index, item) in list.items.enumerated() { list.positions[ExactText(item)] = index }
      sections[name] = list
      if name == "cellXfs" { for name in ["fonts", "fills", "borders"] { self.list(of: name) } }
    }
    return list.items
  }

  private static func first(of list: String) -> [String] {
    switch list {
    case "fonts": [#"<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>"#]
    case "fills":
      [#"<fill><patternFill patternType="none"/></fill>"#, #"<fill><patternFill patternType="gray125"/></fill>"#]
    case "borders": ["<border><left/><right/><top/><bottom/><diagonal/></border>"]
    case "cellXfs": [#"<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>"#]
    default: []
    }
  }

  private func changed(_ pattern: String, _ change: StyleChange) throws(MarkupFault) -> String {
    var xf = try MarkupDocument(Array(pattern.utf8))
    if let fill = change.fill {
      let index: Int
      switch fill {
      case .cleared:
        list(of: "fills")
        // Usually the first, but not in every workbook.
        index = add("<\(prefix)fill><\(prefix)patternFill patternType=\"none\"/></\(prefix)fill>", to: "fills")
      case .color(let color):
        list(of: "fills")
        index = add(
          "<\(prefix)fill><\(prefix)patternFill patternType=\"solid\"><\(prefix)fgColor rgb=\"\(color.argb)\"/>"
            + "<\(prefix)bgColor indexed=\"64\"/></\(prefix)patternFill></\(prefix)fill>", to: "fills")
      case .exactly(let fill): index = try place(of: fill)
      }
      xf.set("fillId", of: 0, to: "\(index)")
      xf.set("applyFill", of: 0, to: "1")
    }
    if let color = change.fontColor {
      let fonts = list(of: "fonts")
      let base = xf.value("fontId", of: 0).flatMap { Int($0) } ?? 0
      let font = try colored(fonts[fonts.indices.contains(base) ? base : 0], color)
      xf.set("fontId", of: 0, to: "\(add(font, to: "fonts"))")
      xf.set("applyFont", of: 0, to: "1")
    }
    if let format = change.numberFormat {
      xf.set("numFmtId", of: 0, to: "\(formatIndex(format))")
      xf.set("applyNumberFormat", of: 0, to: "1")
    }
    list(of: "borders")
    return String(decoding: xf.rendered(), as: UTF8.self)
  }

  /// The fill of a cell style; of the first one where there is none of this number.
  func fill(ofStyle index: Int) throws(MarkupFault) -> CellFill {
    if let known = knownFills[index] { return known }
    let styles = list(of: "cellXfs")
    let xf = try MarkupDocument(Array(styles[styles.indices.contains(index) ? index : 0].utf8))
    let fills = list(of: "fills")
    let place = xf.value("fillId", of: 0).flatMap { Int($0) } ?? 0
    let fill = fills.indices.contains(place) ? CellFill(try MarkupDocument(Array(fills[place].utf8))) : .none
    knownFills[index] = fill
    return fill
  }

  /// The place of a fill: that of one which says the same, however it is written, or of a new one.
  private func place(of fill: CellFill) throws(MarkupFault) -> Int {
    let fills = list(of: "fills")
    if fillPlaces == nil {
      var places: [CellFill: Int] = [:]
      for (place, item) in fills.enumerated() {
        let present = CellFill(try MarkupDocument(Array(item.utf8)))
        if places[present] == nil { places[present] = place }
      }
      fillPlaces = places
    }
    if let place = fillPlaces?[fill] { return place }
    let xml = fill == .none ? "<fill><patternFill patternType=\"none\"/></fill>" : fill.text
    let place = add(try MarkupText.prefixed(xml, prefix), to: "fills")
    fillPlaces?[fill] = place
    return place
  }

  private func colored(_ font: String, _ color: StyleChange.ColorChange) throws(MarkupFault) -> String {
    var document = try MarkupDocument(Array(font.utf8))
    let present = document.elements[0].children.first { document.elements[$0].name == "color" }
    switch color {
    case .cleared:
      if let present { document.remove(present) }
    case .color(let color):
      let xml = "<\(prefix)color rgb=\"\(color.argb)\"/>"
      if let present {
        document.replace(document.elements[present].range, with: xml)
      } else {
        // The order of CT_Font.
        let later = ["name", "family", "charset", "scheme"]
        let next = document.elements[0].children.first { later.contains(document.elements[$0].name) }
        if let next { document.insert(xml, before: next) } else { document.append(xml, to: 0) }
      }
    }
    return String(decoding: document.rendered(), as: UTF8.self)
  }

  private func formatIndex(_ code: String) -> Int {
    let builtin = ["General": 0, "0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "0%": 9, "0.00%": 10, "@": 49]
    if let id = builtin[code] { return id }
    if formats == nil { formats = readFormats() }
    let key = ExactText(code)
    if let id = formats?.ids[key] { return id }
    let id = (formats?.largest ?? 163) + 1
    formats?.largest = id
    formats?.ids[key] = id
    _ = add(
      "<\(prefix)numFmt numFmtId=\"\(id)\" formatCode=\"\(MarkupText.escaped(code))\"/>", to: "numFmts")
    return id
  }

  private func readFormats() -> (ids: [ExactText: Int], largest: Int) {
    // Numbers below 164 are Excel's own.
    var formats: (ids: [ExactText: Int], largest: Int) = ([:], 163)
    for item in section("numFmts").items {
      guard let format = try? MarkupDocument(Array(item.utf8)),
        let id = format.value("numFmtId", of: 0).flatMap({ Int($0) })
      else { continue }
      if let code = format.value("formatCode", of: 0), formats.ids[ExactText(code)] == nil {
        formats.ids[ExactText(code)] = id
      }
      formats.largest = max(formats.largest, min(id, 1 << 30))
    }
    return formats
  }

  private func section(_ name: String) -> Section {
    if let section = sections[name] { return section }
    var section = Section(items: [], old: 0, positions: [:])
    if let list = document.child(of: 0, named: name) {
      let namespace = document.root.namespace
      for child in document.elements[list].children where document.elements[child].namespace == namespace {
        section.items.append(String(decoding: document.bytes[document.elements[child].range], as: UTF8.self))
      }
    }
    section.old = section.items.count
    for (index, item) in section.items.enumerated() where section.positions[ExactText(item)] == nil {
      section.positions[ExactText(item)] = index
    }
    sections[name] = section
    return section
  }

  /// The place of an item in a list, where it is added unless an equal one stands there.
  private func add(_ item: String, to name: String) -> Int {
    _ = section(name)
    let key = ExactText(item)
    if let index = sections[name]?.positions[key] { return index }
    let index = sections[name]?.items.count ?? 0
    // In its place: a copy for each item would take long with many.
    sections[name]?.items.append(item)
    sections[name]?.positions[key] = index
    return index
  }

  /// Adds an item to a list as it stands, as a worksheet from elsewhere brings it, and gives its place.
  func add(_ xml: String, toList name: String) throws(MarkupFault) -> Int {
    list(of: name)
    return add(try MarkupText.prefixed(xml, prefix), to: name)
  }

  /// The number of a number format, which is added where the workbook has none that is equal.
  func numberFormat(_ code: String) -> Int { formatIndex(code) }

  /// The part with the styles that were added.
  func rendered() -> [UInt8] {
    var result = document
    for name in Self.order {
      guard let section = sections[name], section.items.count > section.old else { continue }
      let added = section.items[section.old...].joined()
      if let list = result.child(of: 0, named: name) {
        result.append(added, to: list)
        if result.value("count", of: list) != nil { result.set("count", of: list, to: "\(section.items.count)") }
      } else {
        let xml = "<\(prefix)\(name) count=\"\(section.items.count)\">\(added)</\(prefix)\(name)>"
        result.insertChild(name, xml, of: 0, order: Self.order)
      }
    }
    return encoding.encode(result.rendered())
  }
}

extension Color {
  /// The colour as a style sheet writes it: opaque, then red, green and blue.
  var argb: String {
    let digits = String(UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue), radix: 16, uppercase: true)
    return "FF" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
