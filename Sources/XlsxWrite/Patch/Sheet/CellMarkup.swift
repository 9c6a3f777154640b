/// A cell as it is written.
///
/// Texts stand in the cell itself (`inlineStr`), so that the table of shared strings, which may be very long, need not be
/// read; Excel moves them there when it saves.
struct CellMarkup {
  let content: CellContent
  /// The prefix of the elements, with its colon.
  let prefix: String

  /// The cell with the attributes given, each behind a space, and those that its content asks for. `rest` stands behind
  /// the content.
  func xml(attributes: String, rest: String = "") -> String {
    let (type, inside) = parts
    let start = "<\(prefix)c\(attributes)" + (type.isEmpty ? "" : " t=\"\(type)\"")
    return inside.isEmpty && rest.isEmpty ? start + "/>" : "\(start)>\(inside)\(rest)</\(prefix)c>"
  }

  private var parts: (type: String, inside: String) {
    switch content {
    case .nothing: return ("", "")
    case .number(let number): return ("", value(number))
    case .boolean(let value): return ("b", self.value(value ? "1" : "0"))
    case .text(let text):
      return (
        "inlineStr",
        "<\(prefix)is><\(prefix)t xml:space=\"preserve\">\(MarkupText.string(text))</\(prefix)t></\(prefix)is>"
      )
    case .formula(let formula, let result):
      let start = "<\(prefix)f>\(MarkupText.string(formula))</\(prefix)f>"
      switch result {
      case .number(let number): return ("", start + value(number))
      case .boolean(let value): return ("b", start + self.value(value ? "1" : "0"))
      case .text(let text): return ("str", start + value(MarkupText.string(text)))
      case .unknown: return ("", start)
      }
    }
  }

  private func value(_ text: String) -> String { "<\(prefix)v>\(text)</\(prefix)v>" }
}
