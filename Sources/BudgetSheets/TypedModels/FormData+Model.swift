extension FormData {
  /// The form as a typed model.
  ///
  /// - Throws: A `DecodingError` where the form holds a column or field for which the model has no property, or a value
  ///   of another type.
  public func decode<Model: FormModel>(as type: Model.Type = Model.self) throws -> Model {
    try ModelDecoder.decode(type, from: modelValue)
  }

  /// Creates the data of a form from a typed model.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - form: The number of the form within its set.
  ///   - unit: The unit in which the sheet is to state its amounts; that of the original where there is one.
  ///   - original: The data that the model was decoded from. Where a value is still the same, its cell, raw text and
  ///     formula are taken from there, and so are sheet, unit, hidden rows and the cells of the notes: a model that was
  ///     not changed gives its original again.
  /// - Throws: An `EncodingError` where the model holds what a form cannot.
  public init(
    encoding model: some FormModel, form: String, unit: MoneyUnit = .万元, over original: FormData? = nil
  ) throws {
    try self.init(value: try ModelEncoder.value(of: model), form: form, unit: original?.unit ?? unit)
    if let original { takeFacts(from: original) }
  }

  /// What a model is decoded from.
  var modelValue: ModelValue {
    var entries: [ModelValue.Entry] = []
    if let title { entries.append(.init(name: ModelNames.title, value: .text(title))) }
    var panes: [String] = []
    var rows: [String: [ModelValue]] = [:]
    for row in self.rows {
      let pane = row.pane ?? ModelNames.rows
      if rows[pane] == nil { panes.append(pane) }
      rows[pane, default: []].append(row.modelValue)
    }
    for pane in panes { entries.append(.init(name: pane, value: .list(rows[pane] ?? []))) }
    entries += fieldEntries
    if !notes.isEmpty {
      entries.append(.init(name: ModelNames.notes, value: .list(notes.map { .text($0.text) })))
    }
    return .object(entries)
  }

  /// The fields by their paths, and once more as the items of the list that their first labels may name.
  private var fieldEntries: [ModelValue.Entry] {
    var entries: [ModelValue.Entry] = []
    var lists: [LabelPath: [Int: [ModelValue.Entry]]] = [:]
    for (path, cell) in fields.sorted(by: { $0.key.description < $1.key.description }) {
      guard let value = cell.value?.modelValue else { continue }
      entries.append(.init(name: path.description, value: value))
      let (base, item) = path.itemized
      if !base.parent.labels.isEmpty {
        lists[base.parent, default: [:]][item, default: []].append(.init(name: base.description, value: value))
      }
    }
    for (path, items) in lists.sorted(by: { $0.key.description < $1.key.description }) {
      let count = items.keys.max() ?? 0
      entries.append(
        .init(
          name: path.description, value: .list((1...max(count, 1)).map { .object(items[$0] ?? []) }),
          isAlternative: true))
    }
    return entries
  }

  /// Makes a form of what a model was encoded as.
  init(value: ModelValue, form: String, unit: MoneyUnit) throws {
    self.init(form: form, unit: unit)
    guard case .object(let entries) = value else { throw ModelValue.misfit(value, "a form") }
    for entry in entries {
      switch entry.value {
      case .null: break
      case .text(let text) where entry.name == ModelNames.title: title = text
      case .list(let lines) where entry.name == ModelNames.notes:
        for line in lines {
          guard case .text(let text) = line else { throw ModelValue.misfit(line, "a note") }
          notes.append(FormNote(text: text))
        }
      case .list(let items): try add(items, named: entry.name)
      case .text, .amount: fields[try LabelPath(modelKey: entry.name)] = try FormCell(entry.value)
      case .flag, .object: throw ModelValue.misfit(entry.value, entry.name)
      }
    }
  }

  /// Adds the rows of a pane, or the items of a list.
  private mutating func add(_ items: [ModelValue], named name: String) throws {
    for (index, item) in items.enumerated() {
      guard case .object(let entries) = item else { throw ModelValue.misfit(item, name) }
      if entries.contains(where: { $0.name == ModelNames.kind }) {
        rows.append(try FormRow(entries, pane: name == ModelNames.rows ? nil : name))
        continue
      }
      for entry in entries where entry.value != .null {
        fields[try LabelPath(modelKey: entry.name).item(index + 1)] = try FormCell(entry.value)
      }
    }
  }
}

extension FormRow {
  /// What a model of the row is decoded from.
  fileprivate var modelValue: ModelValue {
    var entries: [ModelValue.Entry] = [
      .init(name: ModelNames.kind, value: .text(kind.rawValue)), .init(name: ModelNames.key, value: .text(key)),
    ]
    var inherited: [ModelValue.Entry] = []
    for (path, cell) in cells {
      if let value = cell.value {
        entries.append(.init(name: path.description, value: value.modelValue))
      } else if let text = cell.inherited {
        inherited.append(.init(name: path.description, value: .text(text)))
      }
    }
    if !inherited.isEmpty { entries.append(.init(name: ModelNames.inherited, value: .object(inherited))) }
    return .object(entries)
  }

  /// Makes a row of what a model was encoded as.
  fileprivate init(_ entries: [ModelValue.Entry], pane: String?) throws {
    self.init(kind: .detail, key: "", pane: pane)
    for entry in entries {
      switch (entry.name, entry.value) {
      case (_, .null): break
      case (ModelNames.kind, .text(let text)):
        guard let kind = RowKind(rawValue: text) else { throw ModelValue.misfit(entry.value, entry.name) }
        self.kind = kind
      case (ModelNames.key, .text(let text)): key = text
      case (ModelNames.inherited, .object(let texts)):
        for entry in texts {
          guard case .text(let text) = entry.value else { throw ModelValue.misfit(entry.value, entry.name) }
          cells[try LabelPath(modelKey: entry.name), default: FormCell(value: nil)].inherited = text
        }
      default:
        cells[try LabelPath(modelKey: entry.name), default: FormCell(value: nil)].value = try FormValue(entry.value)
      }
    }
  }
}

extension FormCell {
  fileprivate init(_ value: ModelValue) throws {
    self.init(value: try FormValue(value))
  }
}

extension FormValue {
  fileprivate var modelValue: ModelValue {
    switch self {
    case .amount(let amount): .amount(amount)
    case .text(let text): .text(text)
    }
  }

  fileprivate init(_ value: ModelValue) throws {
    switch value {
    case .amount(let amount): self = .amount(amount)
    case .text(let text): self = .text(text)
    default: throw ModelValue.misfit(value, "a cell")
    }
  }
}

extension LabelPath {
  fileprivate init(modelKey: String) throws {
    guard let path = LabelPath(text: modelKey) else { throw ModelValue.misfit(.text(modelKey), "a label path") }
    self = path
  }
}

extension ModelValue {
  /// The error for a value that does not fit where a model puts it.
  static func misfit(_ value: ModelValue, _ place: String) -> EncodingError {
    .invalidValue(value, .init(codingPath: [], debugDescription: "the model puts what does not fit into \(place)"))
  }
}
