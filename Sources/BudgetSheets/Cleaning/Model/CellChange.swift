/// One cell that a repair changed, or would change.
public struct CellChange: Sendable, Hashable {
  /// The repair.
  public var code: RepairCode
  /// Where the cell stands in the submitted workbook, with the row and the label path by which people know it.
  public var place: Place
  /// What it held.
  public var before: CellState
  /// What it holds afterwards.
  public var after: CellState
  /// What fills the blanks of the repair's reason, as the code that a name goes with.
  public var details: [String: String]
  /// Where the value stands in a workbook of the set's own layout; nil where none was written.
  public var standardPlace: Place?

  /// Creates a change.
  public init(
    code: RepairCode, place: Place, before: CellState, after: CellState, details: [String: String] = [:],
    standardPlace: Place? = nil
  ) {
    self.code = code
    self.place = place
    self.before = before
    self.after = after
    self.details = details
    self.standardPlace = standardPlace
  }

  /// Why the cell was changed.
  public func reason(in language: Language) -> String {
    var text = ""
    var rest = Cleaner.description(of: code).words(in: language).reason[...]
    // What is filled in may itself hold brackets.
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      text += rest[..<open] + (details[name] ?? String(rest[open...close]))
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}
