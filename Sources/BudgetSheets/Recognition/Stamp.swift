/// What a workbook written by this package says of itself, in its custom properties.
public struct Stamp: Sendable, Hashable {
  /// The names of the custom properties.
  enum Property {
    static let set = "BudgetSheets.Set"
    static let version = "BudgetSheets.Version"
    static let department = "BudgetSheets.Department"
    static let year = "BudgetSheets.Year"
  }

  /// The form set.
  public var set: String
  /// Its version.
  public var version: String
  /// The department.
  public var department: String
  /// The year.
  public var year: String

  init(set: String, version: String, department: String, year: String) {
    self.set = set
    self.version = version
    self.department = department
    self.year = year
  }

  /// The stamp of a workbook; nil where it has none.
  init?(customProperties: [String: String]) {
    guard let set = customProperties[Property.set], let version = customProperties[Property.version] else { return nil }
    self.init(
      set: set, version: version, department: customProperties[Property.department] ?? "",
      year: customProperties[Property.year] ?? "")
  }
}
