internal import XlsxPackage

/// Makes the data of one form of its JSON.
struct FormJSONReader {
  let set: FormSet
  let form: FormDefinition
  private let columns: FormPaths

  /// Creates a reader of a form.
  init(set: FormSet, form: FormDefinition) {
    self.set = set
    self.form = form
    columns = FormPaths.columns(of: form)
  }

  /// The form whose members these are.
  func data(_ members: JSONMembers) throws(BookFormatError) -> FormData {
    var data = FormData(
      form: form.form, sheet: try members.text("sheet"), title: try members.text("title"),
      unit: try members.choice("unit", MoneyUnit.self) ?? set.unit)
    var identities = RowIdentities(form: form)
    data.rows = try members.list("rows") { value, index throws(BookFormatError) in
      do throws(BookFormatError) {
        return try row(value, &identities)
      } catch {
        var error = error
        error.row = index + 1
        throw error
      }
    }
    data.fields = try fields(try members.object("fields"))
    data.notes = try members.list("notes") { value, _ throws(BookFormatError) in
      let members = try JSONMembers(value, known: ["at", "text"])
      return FormNote(reference: try members.reference("at"), text: try members.requiredText("text"))
    }
    return data
  }

  private func row(_ value: JSONValue, _ identities: inout RowIdentities) throws(BookFormatError) -> FormRow {
    let members = try JSONMembers(value, known: ["kind", "key", "pane", "hidden", "cells"])
    guard let kind = try members.choice("kind", RowKind.self) else { throw BookFormatError(.memberMissing("kind")) }
    var row = FormRow(
      kind: kind, key: "", pane: try members.text("pane"), isHidden: try members.flag("hidden"),
      cells: try cells(try members.object("cells"), in: "cells", find: columns.find))
    try identities.identify(&row, key: try members.text("key"))
    return row
  }

  private func fields(_ members: [JSONValue.Member]) throws(BookFormatError) -> [LabelPath: FormCell] {
    if members.isEmpty { return [:] }
    let targets = FormPaths.fields(of: form)
    let lists = FormPaths(targets.lists.flatMap { $0 })
    let all = FormPaths(targets.single + targets.lists.flatMap { $0 })
    return try cells(members, in: "fields") { text throws(BookFormatError) in
      if let (base, item) = RowKey.split(text), var target = try? lists.find(base) {
        target.path = target.path.item(item)
        return target
      }
      return try all.find(text)
    }
  }

  private func cells(
    _ members: [JSONValue.Member], in name: String,
    find: (String) throws(BookFormatError) -> FormPaths.Target
  ) throws(BookFormatError) -> [LabelPath: FormCell] {
    var cells: [LabelPath: FormCell] = [:]
    for member in members {
      do throws(BookFormatError) {
        let target = try find(member.name)
        guard cells[target.path] == nil else { throw BookFormatError(.pathTwice(target.path.description)) }
        cells[target.path] = try cell(member.value, isAmount: target.isAmount)
      } catch {
        throw error.inside("[\"\(member.name)\"]").inside(name)
      }
    }
    return cells
  }

  private func cell(_ value: JSONValue, isAmount: Bool) throws(BookFormatError) -> FormCell {
    let members = try JSONMembers(value, known: ["at", "value", "raw", "unit", "inherited", "formula"])
    return FormCell(
      reference: try members.reference("at"), value: try self.value(members, isAmount: isAmount),
      raw: try members.text("raw"), unit: try members.choice("unit", MoneyUnit.self),
      inherited: try members.text("inherited"), formula: try members.text("formula"))
  }

  private func value(_ members: JSONMembers, isAmount: Bool) throws(BookFormatError) -> FormValue? {
    if !isAmount {
      guard let text = try members.text("value"), !text.isEmpty else { return nil }
      return .text(text)
    }
    switch members["value"] {
    case .number(let number): throw BookFormatError(.amountUnquoted(number)).inside("value")
    default: break
    }
    guard let text = try members.text("value") else { return nil }
    guard let amount = Amount(decimal: text, unit: set.unit) else {
      throw BookFormatError(.amountMalformed(text, unit: set.unit)).inside("value")
    }
    return .amount(amount)
  }
}
