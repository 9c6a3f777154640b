/// What is plainly wrong with a formula, found without knowing what its functions mean. Excel offers to repair a workbook
/// that holds a formula it cannot read.
enum FormulaCheck {
  /// A sentence on the first fault of a formula that is given without its equals sign; nil where there is none.
  static func complaint(about formula: String) -> String? {
    var open: [Unicode.Scalar] = []
    var quote: Unicode.Scalar?
    if let first = formula.unicodeScalars.first, first == "=" || first == "{" {
      return "the formula begins with \"\(first)\". Leave it out."
    }
    var rest = formula.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if let mark = quote {
        // A doubled mark inside closes and opens again, which comes to the same.
        if scalar == mark { quote = nil }
        continue
      }
      if open.last == "[" {
        // The names of columns, in which an apostrophe takes the next character its meaning.
        switch scalar {
        case "'": _ = rest.popFirst()
        case "[": open.append(scalar)
        case "]": open.removeLast()
        default: break
        }
        continue
      }
      switch scalar {
      case "\"", "'": quote = scalar
      case "(", "[", "{": open.append(scalar)
      case ")", "]", "}":
        let partner: Unicode.Scalar = scalar == ")" ? "(" : scalar == "]" ? "[" : "{"
        guard open.popLast() == partner else {
          return "in the formula a \"\(scalar)\" closes nothing. Check the brackets."
        }
      case "（", "）", "，", "；", "：", "“", "”", "‘", "’", "＝", "＋", "－", "＊", "／":
        return "the formula holds \"\(scalar)\" in full width. Write it in half width."
      default: break
      }
    }
    if let quote { return "in the formula a \(quote) is not closed. Check the quotation marks." }
    if let last = open.last { return "in the formula a \"\(last)\" is not closed. Check the brackets." }
    return nil
  }
}
