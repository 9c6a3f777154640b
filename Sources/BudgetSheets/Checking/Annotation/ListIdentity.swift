import XlsxPackage

/// What the hidden column of the list says of a line, so that it is known again when the workbook comes back.
struct ListIdentity: Hashable {
  /// What a line of the list is.
  enum Subject: Hashable {
    /// A finding or many of one kind, by its number; the explanation of it has no text.
    case finding(Int, Explanation)
    /// A change that a cause proposes.
    case change(cause: Int, Int)
    /// A heading or a remark of the list itself.
    case remark
  }

  /// A cell that was coloured, with what its background was before.
  struct Mark: Hashable {
    var place: SheetAddress
    var fill: String
  }

  var subject: Subject
  var mark: Mark?

  /// What comments call the line; nil for a remark.
  var key: ListKey? {
    switch subject {
    case .finding(let number, _): .finding(number)
    case .change(let cause, let number): .change(cause: cause, number)
    case .remark: nil
    }
  }

  /// The text of the hidden cell: JSON on one line.
  var text: String {
    var members: [JSONValue.Member] = []
    switch subject {
    case .finding(let number, let explanation):
      members.append(.init("number", .string("\(number)")))
      members.append(.init("rule", .string(explanation.rule)))
      if let form = explanation.form { members.append(.init("form", .string(form))) }
      members.append(.init("said", .string(explanation.said)))
      if let row = explanation.rowKey { members.append(.init("row", .string(row))) }
      if let path = explanation.path { members.append(.init("path", .array(path.labels.map { .string($0) }))) }
    case .change(let cause, let number): members.append(.init("change", .string("\(cause)-\(number)")))
    case .remark: members.append(.init("remark", .bool(true)))
    }
    if let mark {
      members += [
        .init("sheet", .string(mark.place.sheet)), .init("cell", .string("\(mark.place.cell)")),
        .init("fill", .string(mark.fill)),
      ]
    }
    return JSONWriter.text(of: .object(members), isPretty: false)
  }

  init(_ subject: Subject, mark: Mark? = nil) {
    self.subject = subject
    self.mark = mark
  }

  /// The identity that a hidden cell holds; nil where it holds none.
  init?(text: String) {
    guard case .object(let members)? = try? JSONParser.value(of: text.utf8) else { return nil }
    func string(_ name: String) -> String? {
      guard case .string(let text)? = members.first(where: { $0.name == name })?.value else { return nil }
      return text
    }
    if let rule = string("rule"), let number = string("number").flatMap({ Int($0) }) {
      var path: LabelPath?
      if case .array(let labels)? = members.first(where: { $0.name == "path" })?.value {
        path = LabelPath(labels.compactMap { if case .string(let label) = $0 { label } else { nil } })
      }
      subject = .finding(
        number,
        Explanation(
          rule: rule, form: string("form"), rowKey: string("row"), path: path,
          said: string("said") ?? "", text: ""))
    } else if let numbers = string("change"), case .change(let cause, let number)? = ListKey(numbers: numbers) {
      subject = .change(cause: cause, number)
    } else if members.contains(where: { $0.name == "remark" }) {
      subject = .remark
    } else {
      return nil
    }
    if let sheet = string("sheet"), let cell = string("cell").flatMap({ CellReference($0) }), let fill = string("fill")
    {
      mark = Mark(place: SheetAddress(sheet: sheet, cell: cell), fill: fill)
    }
  }
}
