/// What a workbook written by this package says of itself, in its custom properties.
public struct Stamp: Sendable, Hashable {
  /// The names of the custom properties.
  enum Property {
    static let set = "BudgetSheets.Set"
    static let version = "BudgetSheets.Version"
    static let department = "BudgetSheets.Department"
    static let year = "BudgetSheets.Year"
    static let code = "BudgetSheets.Code"
    static let definition = "BudgetSheets.Definition"
  }

  /// The form set.
  public var set: String
  /// Its version.
  public var version: String
  /// The department.
  public var department: String
  /// The year.
  public var year: String
  /// The department's code; nil where it is not known.
  public var code: String?
  /// What tells the definitions by which it was issued from any other, as ``FormSet/digest``; nil in a workbook that
  /// was written and not issued.
  public var definition: String?
  /// Whether it was issued to be filled in.
  public var isIssued: Bool { definition != nil }

  init(
    set: String, version: String, department: String, year: String, code: String? = nil, definition: String? = nil
  ) {
    self.set = set
    self.version = version
    self.department = department
    self.year = year
    self.code = code
    self.definition = definition
  }

  /// The stamp of a workbook that is issued by the definitions of a set.
  init(of order: IssueOrder, set: FormSet) {
    self.init(
      set: set.name, version: set.version, department: order.department.name, year: order.year,
      code: order.department.code, definition: set.digest)
  }

  /// Whether it was issued by just the definitions that a set has.
  func isUpToDate(with set: FormSet) -> Bool { definition == set.digest }

  /// The custom properties that hold it.
  var properties: [(name: String, text: String)] {
    var properties = [
      (Property.set, set), (Property.version, version), (Property.department, department), (Property.year, year),
    ]
    if let code { properties.append((Property.code, code)) }
    if let definition { properties.append((Property.definition, definition)) }
    return properties.map { ($0.0, Self.plain($0.1)) }
  }

  /// A text as a document property can hold it.
  static func plain(_ text: String) -> String {
    var text = String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0xFFFE && $0.value != 0xFFFF }))
    while text.utf16.count > 255 { text.removeLast() }
    return text
  }

  /// The stamp of a workbook; nil where it has none.
  init?(customProperties: [String: String]) {
    guard let set = customProperties[Property.set], let version = customProperties[Property.version] else { return nil }
    self.init(
      set: set, version: version, department: customProperties[Property.department] ?? "",
      year: customProperties[Property.year] ?? "", code: customProperties[Property.code],
      definition: customProperties[Property.definition])
  }
}

extension FormSet {
  /// Whether a workbook with a stamp is one of this set, in this version or one that is read as this one.
  func takes(_ stamp: Stamp) -> Bool {
    stamp.set == name && ([version] + acceptedVersions).contains(stamp.version)
  }
}
