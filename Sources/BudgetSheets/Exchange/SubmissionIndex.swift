/// Workbooks by whose they are, without a list of the departments.
public struct SubmissionIndex: Sendable {
  private var byCode: [String: [DepartmentList.Submission]] = [:]
  private var byName: [String: [DepartmentList.Submission]] = [:]

  /// Sorts workbooks by code and by name.
  public init(_ submissions: [DepartmentList.Submission]) {
    for submission in submissions {
      let code = DepartmentList.comparable(submission.code ?? "")
      let name = DepartmentList.comparable(submission.name)
      if !code.isEmpty { byCode[code, default: []].append(submission) }
      if !name.isEmpty { byName[name, default: []].append(submission) }
    }
  }

  /// The workbooks of a department: by its code, else by its whole name; never by a similar one.
  public func submissions(code: String?, name: String) -> [DepartmentList.Submission] {
    let code = DepartmentList.comparable(code ?? "")
    if !code.isEmpty, let found = byCode[code] { return found }
    let name = DepartmentList.comparable(name)
    return name.isEmpty ? [] : byName[name] ?? []
  }
}
