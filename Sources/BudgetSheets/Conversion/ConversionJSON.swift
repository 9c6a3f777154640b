/// What marks the result of a conversion in JSON; the format is described in `docs/converting.md`.
public enum ConversionJSON {
  /// The member `format`.
  public static let format = "budgetsheets.conversion"
  /// The member `version`.
  public static let version = 1

  /// What stands in the place of the result of a file that could not be converted, as one line without a line break.
  ///
  /// - Parameters:
  ///   - file: The file as it was named.
  ///   - code: The stable name of the error.
  ///   - message: The sentence for people.
  public static func failure(file: String, code: String, message: String) -> String {
    let error: JSONValue = .object([.init("code", .string(code)), .init("message", .string(message))])
    return JSONWriter.text(
      of: .object(head + [.init("file", .string(file)), .init("error", error)]), isPretty: false)
  }

  static var head: [JSONValue.Member] {
    [.init("format", .string(format)), .init("version", .number(String(version)))]
  }
}

extension BookConversion {
  /// The result as JSON, broken into lines, without a line break at its end: complete, however long.
  ///
  /// - Parameters:
  ///   - from: The set of the older book.
  ///   - to: The set of the newer one.
  ///   - file: The older workbook as it was named; its own name where none is given.
  ///   - output: The workbook that was written.
  ///   - findings: What there is to say about the reading and the writing.
  ///   - language: The language of the sentences.
  public func json(
    from: FormSet, to: FormSet, file: String? = nil, output: String?, findings: [Finding] = [],
    language: Language = .chinese
  ) -> String {
    func amount(_ amount: Amount) -> JSONValue { .string(amount.text(in: to.unit, decimals: to.decimals)) }
    var members = ConversionJSON.head
    if let file = file ?? book.file { members.append(.init("file", .string(file))) }
    members.append(.init("from", .string(from.name)))
    members.append(.init("to", .string(to.name)))
    if let output { members.append(.init("output", .string(output))) }
    members.append(.init("unit", .string(to.unit.rawValue)))
    members.append(.init("carried", .number(String(carried))))
    var forms: [JSONValue] = []
    for form in to.forms {
      guard let covered = coverage.forms[form.form] else { continue }
      forms.append(
        .object([.init("form", .string(form.form)), .init("succeeds", .string(covered.predecessor))]))
    }
    members.append(.init("forms", .array(forms)))
    members.append(.init("new_forms", .array(newForms.map { .string($0) })))
    var absent: [JSONValue] = []
    for (form, older) in absentForms.sorted(by: { $0.key < $1.key }) {
      absent.append(.object([.init("form", .string(form)), .init("succeeds", .string(older))]))
    }
    members.append(.init("absent_forms", .array(absent)))
    members.append(
      .init(
        "sums",
        .array(
          sums.map { sum in
            var members: [JSONValue.Member] = []
            if let form = sum.form { members.append(.init("form", .string(form))) }
            members.append(.init("succeeds", .string(sum.predecessor)))
            if let pane = sum.pane { members.append(.init("pane", .string(pane))) }
            members.append(.init("before", sum.before.map(amount) ?? .null))
            members.append(.init("after", sum.after.map(amount) ?? .null))
            members.append(.init("difference", sum.difference.map(amount) ?? .null))
            return .object(members)
          })))
    members.append(
      .init(
        "disagreements",
        .array(
          disagreements.map { total in
            var members: [JSONValue.Member] = [.init("form", .string(total.form))]
            if let pane = total.pane { members.append(.init("pane", .string(pane))) }
            if let row = total.row { members.append(.init("row", .string(row.key))) }
            members.append(.init("path", .string("\(total.path)")))
            members.append(.init("total", amount(total.total)))
            members.append(.init("parts", amount(total.parts)))
            return .object(members)
          })))
    members.append(.init("left", .array(left.map { Self.json($0, in: to, language) })))
    if !book.outside.isEmpty { members.append(.init("outside", outsideJSON)) }
    let lines = findings.map { $0.line(in: language) } + unitConflicts.map { $0.line(in: language) }
    if !lines.isEmpty { members.append(.init("findings", .array(lines.map { .string($0) }))) }
    return JSONWriter.text(of: .object(members), isPretty: true)
  }

  /// What stood outside the forms: how many cells, which numbers, and what they come to.
  private var outsideJSON: JSONValue {
    let numbers = outsideNumbers.map { cell in
      JSONValue.object([
        .init("sheet", .string(cell.sheet)), .init("cell", .string("\(cell.reference)")),
        .init("number", .string(cell.text)),
      ])
    }
    return .object([
      .init("cells", .number(String(book.outside.count))), .init("numbers", .array(numbers)),
      .init("sum", outsideSum.map { .string($0) } ?? .null),
    ])
  }

  private static func json(_ remainder: ConversionRemainder, in set: FormSet, _ language: Language) -> JSONValue {
    var members: [JSONValue.Member] = [.init("form", .string(remainder.form))]
    func add(_ name: String, _ text: String?) {
      if let text { members.append(.init(name, .string(text))) }
    }
    add("sheet", remainder.sheet)
    add("cell", remainder.cell.map { "\($0)" })
    add("pane", remainder.pane)
    add("row", remainder.row?.key)
    add("path", remainder.path.map { "\($0)" })
    switch remainder.value {
    case .amount(let amount): add("amount", amount.text(in: set.unit, decimals: set.decimals))
    case .text(let text): add("text", text)
    case nil: break
    }
    add("raw", remainder.raw)
    add("unit", remainder.unit?.rawValue)
    add("reason", remainder.reasonName)
    add("message", remainder.reason(in: language))
    return .object(members)
  }
}
