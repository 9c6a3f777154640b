/// What one department's blank forms are to be like.
public struct IssueOrder: Sendable, Hashable {
  /// The department, with its units and what the cover says of it.
  public var department: DepartmentList.Department
  /// The year of the budget, as `2024`.
  public var year: String
  /// The day by which the forms are to be handed in, as it is to be printed; nil prints none.
  public var due: String?
  /// How many empty rows each open table offers beside those that are filled in already; nil leaves it to the form's
  /// definition, twelve where the year before is known.
  public var spareRows: Int?
  /// The department's book of the year before, from which names and projects are filled in.
  public var prior: Book?

  /// Creates an order.
  public init(
    department: DepartmentList.Department, year: String, due: String? = nil, spareRows: Int? = nil, prior: Book? = nil
  ) {
    self.department = department
    self.year = year
    self.due = due
    self.spareRows = spareRows
    self.prior = prior
  }
}
