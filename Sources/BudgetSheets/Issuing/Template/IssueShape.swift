/// What decides over the cells of an issued workbook beside the texts of the department: orders of one shape differ in
/// nothing but texts.
struct IssueShape: Hashable, Sendable {
  private let year: String
  private let due: String?
  private let spareRows: Int?
  private let unitCount: Int
  private let labels: [String]
  /// For each text the number of the first that is its equal; -1 where it is empty.
  private let pattern: [Int]
  /// How many digits each code has; -1 where it is no number.
  private let digits: [Int]

  /// The longest text that is put into a template; a longer one may be laid out, or cut off, in other ways.
  private static let longest = 40

  /// The shape of an order and its texts, each once; nil for an order that is to be laid out by itself.
  static func make(_ order: IssueOrder) -> (shape: IssueShape, values: [String])? {
    if order.prior != nil { return nil }
    // Rules compare codes without blanks and marks.
    let codes = [order.department.code] + order.department.units.map(\.code)
    for code in codes where LabelText.normalize(code) != code { return nil }
    let texts = Self.texts(of: order.department)
    var numbers: [[UInt8]: Int] = [:]
    var comparable: Set<String> = []
    var pattern: [Int] = []
    var values: [String] = []
    for text in texts {
      let bytes = Array(text.utf8)
      if text.isEmpty {
        pattern.append(-1)
      } else if let number = numbers[bytes] {
        pattern.append(number)
      } else {
        // Texts that differ only in how they are written may count as one.
        guard isPlain(text), comparable.insert(LabelText.normalize(text)).inserted else { return nil }
        numbers[bytes] = values.count
        pattern.append(values.count)
        values.append(text)
      }
    }
    return (IssueShape(order, pattern: pattern), values)
  }

  private init(_ order: IssueOrder, pattern: [Int]) {
    year = order.year
    due = order.due
    spareRows = order.spareRows
    unitCount = order.department.units.count
    labels = order.department.fields.map(\.label)
    self.pattern = pattern
    let codes = [order.department.code] + order.department.units.map(\.code)
    digits = codes.map { code in code.utf8.allSatisfy { (0x30...0x39).contains($0) } ? code.utf8.count : -1 }
  }

  /// An order of this shape with a placeholder in each text's stead.
  func order(like order: IssueOrder, placeholders: [String]) -> IssueOrder {
    var number = 0
    func placeholder() -> String {
      defer { number += 1 }
      return pattern.indices.contains(number) && placeholders.indices.contains(pattern[number])
        ? placeholders[pattern[number]] : ""
    }
    var copy = order
    copy.department.code = placeholder()
    copy.department.name = placeholder()
    for index in copy.department.units.indices {
      copy.department.units[index].code = placeholder()
      copy.department.units[index].name = placeholder()
    }
    for index in copy.department.fields.indices { copy.department.fields[index].text = placeholder() }
    return copy
  }

  private static func texts(of department: DepartmentList.Department) -> [String] {
    [department.code, department.name] + department.units.flatMap { [$0.code, $0.name] }
      + department.fields.map(\.text)
  }

  /// Whether a text is laid out as any other: short, on one line, without what only programs mean.
  private static func isPlain(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard scalars.count <= longest, let first = scalars.first, let last = scalars.last,
      !first.properties.isWhitespace, !last.properties.isWhitespace
    else { return false }
    return scalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
  }
}
