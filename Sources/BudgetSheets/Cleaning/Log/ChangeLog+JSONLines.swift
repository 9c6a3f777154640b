internal import XlsxPackage

extension ChangeLog {
  /// What each line says it is, in its member `log`; the number behind the stroke grows where older programs would misread it.
  public static let format = "budgetsheets-changes/1"

  /// The log as JSON lines: an object for each change, complete by itself and ended by a line feed; nothing where nothing was
  /// changed.
  ///
  /// The same log always gives the same text. docs/change-log.md tells the members.
  ///
  /// - Parameter language: The language of the reasons.
  public func jsonLines(in language: Language = .chinese) -> String {
    changes.map { JSONWriter.text(of: value(of: $0, language), isPretty: false) + "\n" }.joined()
  }

  private func value(of change: CellChange, _ language: Language) -> JSONValue {
    let head: [JSONValue.Member] = [
      .init("log", .string(Self.format)), .init("file", .string(file)), .init("sha256", .string(sha256)),
      .init("cleaned_sha256", .string(cleanedSHA256)), .init("set", .string(set)),
    ]
    return .object(head + Self.members(of: change, language))
  }

  /// What a line says of its change.
  static func members(of change: CellChange, _ language: Language) -> [JSONValue.Member] {
    var members = members(of: change.place)
    func add(_ name: String, _ text: String?) {
      if let text { members.append(.init(name, .string(text))) }
    }
    members.append(.init("before", Self.value(of: change.before)))
    members.append(.init("after", Self.value(of: change.after)))
    if let place = change.standardPlace {
      members.append(
        .init(
          "standard",
          .object([
            .init("sheet", .string(place.sheet ?? "")),
            .init("cell", .string(place.cell.map { "\($0)" } ?? "")),
          ])))
    }
    add("code", change.code.rawValue)
    add("class", Cleaner.description(of: change.code).repairClass.rawValue)
    if !change.details.isEmpty {
      let details = change.details.sorted { $0.key < $1.key }
      members.append(.init("details", .object(details.map { .init($0.key, .string($0.value)) })))
    }
    add("reason", change.reason(in: language))
    return members
  }

  /// What a line says of its place.
  static func members(of place: Place) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    func add(_ name: String, _ text: String?) {
      if let text { members.append(.init(name, .string(text))) }
    }
    add("sheet", place.sheet)
    add("cell", place.cell.map { "\($0)" })
    add("form", place.form)
    add("row", place.row?.key)
    add("row_name", place.row?.name)
    if let path = place.path, !path.labels.isEmpty { add("path", path.description) }
    return members
  }

  private static func value(of state: CellState) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("type", .string(state.kind.rawValue)), .init("raw", .string(state.text)),
      .init("format", .string(state.format)),
    ]
    if let formula = state.formula { members.append(.init("formula", .string(formula))) }
    return .object(members)
  }
}
