import BudgetSheets

/// One workbook that is to be issued.
struct IssueJob: Sendable {
  var department: DepartmentList.Department
  /// Where it goes.
  var path: String
  /// The department's workbook of the year before; nil where it has none.
  var prior: String?
}

/// Where the workbooks of a list go.
struct IssuePlaces {
  /// The departments with their files, in the order of the list.
  private(set) var jobs: [IssueJob] = []
  /// Two departments whose files would be one.
  private(set) var clashes: [(path: String, first: DepartmentList.Department, second: DepartmentList.Department)] = []

  /// Plans the files.
  ///
  /// - Parameter isSelected: Whether a department is to have its workbook; nobody else's takes its name either.
  init(
    _ list: DepartmentList, pattern: FileNamePattern, folder: String, year: String, set: String,
    isSelected: (Int) -> Bool
  ) {
    var owners: [String: Int] = [:]
    for (index, department) in list.departments.enumerated() {
      let name = pattern.name(of: department, year: year, set: set)
      let path = folder == "/" ? "/" + name : folder + "/" + name
      let key = SafeFileName.comparable(name)
      if let owner = owners[key] {
        if isSelected(owner) || isSelected(index) { clashes.append((path, list.departments[owner], department)) }
      } else {
        owners[key] = index
      }
      if isSelected(index) { jobs.append(IssueJob(department: department, path: path)) }
    }
  }
}
