import Foundation
import XlsxRead
import XlsxWrite

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// How the cell styles of a workbook look, as far as a format of the writer says it.
struct ShownStyles {
  struct Unknown: Error { var style: Int }

  private var formats: [CellFormat] = []
  private static let builtin = [
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 39: "#,##0.00_);(#,##0.00)", 49: "@",
  ]

  init(_ xml: String) throws {
    // Elements are looked for by their names alone.
    let root = try XMLDocument(
      xmlString: xml.replacing(#/\sxmlns(:x)?\s*=\s*["'][^"']*["']/#, with: "").replacing(#/<(\/?)x:/#) { "<\($0.1)" }
    ).rootElement()
    func items(_ list: String) -> [XMLElement] {
      root?.elements(forName: list).first?.children?.compactMap { $0 as? XMLElement } ?? []
    }
    let fonts = items("fonts").map(Self.font)
    let fills = items("fills").map(Self.fill)
    let borders = items("borders").map(Self.border)
    var codes = Self.builtin
    for item in items("numFmts") {
      if let id = item.number("numFmtId") { codes[id] = item.value("formatCode") }
    }
    for xf in items("cellXfs") {
      var format = CellFormat()
      format.font = fonts[xf.number("fontId") ?? 0]
      format.fill = fills[xf.number("fillId") ?? 0]
      format.border = borders[xf.number("borderId") ?? 0]
      let code = codes[xf.number("numFmtId") ?? 0] ?? "unknown"
      format.numberFormat = code == "General" ? nil : code
      if let alignment = xf.elements(forName: "alignment").first {
        format.horizontal =
          ["left": .left, "center": .center, "right": .right][alignment.value("horizontal") ?? ""] ?? .general
        format.vertical = ["top": .top, "center": .center][alignment.value("vertical") ?? ""] ?? .bottom
        format.wrapsText = alignment.value("wrapText") == "1"
      }
      if let protection = xf.elements(forName: "protection").first {
        format.isLocked = protection.value("locked") != "0"
        format.hidesFormula = protection.value("hidden") == "1"
      }
      formats.append(format)
    }
  }

  func format(_ style: Int) throws -> CellFormat {
    guard formats.indices.contains(style) else { throw Unknown(style: style) }
    return formats[style]
  }

  /// The looks of a cell; what XlsxRead says of them comes from there.
  func format(_ cell: Cell) throws -> CellFormat {
    var format = try format(cell.style?.index ?? -1)
    format.numberFormat = cell.numberFormat == "General" ? nil : cell.numberFormat
    format.isLocked = cell.style?.isLocked ?? true
    format.hidesFormula = cell.style?.isFormulaHidden ?? false
    return format
  }

  private static func font(_ element: XMLElement) -> CellFont {
    func value(_ name: String) -> String? { element.elements(forName: name).first?.value("val") }
    return CellFont(
      name: value("name") ?? "", size: value("sz").flatMap { Double($0) } ?? 0,
      isBold: !element.elements(forName: "b").isEmpty, isItalic: !element.elements(forName: "i").isEmpty,
      color: color(element.elements(forName: "color").first))
  }

  private static func fill(_ element: XMLElement) -> Color? {
    guard let pattern = element.elements(forName: "patternFill").first, pattern.value("patternType") == "solid" else {
      return nil
    }
    return color(pattern.elements(forName: "fgColor").first)
  }

  private static func border(_ element: XMLElement) -> CellBorder {
    func style(_ side: String) -> CellBorder.Style {
      ["thin": .thin, "double": .double, "hair": .hair][
        element.elements(forName: side).first?.value("style") ?? ""] ?? .none
    }
    return CellBorder(
      left: style("left"), right: style("right"), top: style("top"), bottom: style("bottom"),
      color: color(element.elements(forName: "left").first?.elements(forName: "color").first))
  }

  private static func color(_ element: XMLElement?) -> Color? {
    element?.value("rgb").flatMap { UInt32($0.suffix(6), radix: 16) }.map { Color($0) }
  }
}

extension XMLElement {
  fileprivate func value(_ name: String) -> String? { attribute(forName: name)?.stringValue }
  fileprivate func number(_ name: String) -> Int? { value(name).flatMap { Int($0) } }
}
