import BudgetSheets

/// Which workbook of the year before belongs to which department of a list.
struct PriorSubmissions {
  /// Who has a workbook, who has two, and which belong to nobody.
  let collection: DepartmentList.Collection
  /// The workbooks.
  let workbooks: PriorWorkbooks
  private let files: [DepartmentList.Department: String]

  /// The files.
  var paths: [String] { workbooks.paths }
  /// What files that could not be read call for.
  var status: ExitStatus { workbooks.status }
  /// How many could not be read.
  var unreadable: Int { workbooks.unreadable }

  /// Assigns the workbooks to the departments of a list.
  init(_ workbooks: PriorWorkbooks, list: DepartmentList) {
    self.workbooks = workbooks
    collection = list.collection(of: workbooks.submissions)
    var files: [DepartmentList.Department: String] = [:]
    for received in collection.received where received.submissions.count == 1 {
      files[received.department] = received.submissions[0].file
    }
    self.files = files
  }

  /// The workbook of a department; nil where it has none, or more than one.
  func file(of department: DepartmentList.Department) -> String? { files[department] }

  /// The workbooks of a department that has more than one; else none.
  func several(of department: DepartmentList.Department) -> [String] {
    guard let twice = collection.twice.first(where: { $0.department == department }) else { return [] }
    return twice.submissions.map(\.file)
  }
}
