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

  /// The workbooks of a department: by its code, else by its whole name where one of the two has no code; never by a similar
  /// name.
  public func submissions(code: String?, name: String) -> [DepartmentList.Submission] {
    let own = DepartmentList.comparable(code ?? "")
    if !own.isEmpty, let found = byCode[own] { return found }
    return named(name).filter { !$0.hasOtherCode(than: code) }
  }

  /// The workbooks of a department of the same whole name and another code.
  public func namesakes(code: String?, name: String) -> [DepartmentList.Submission] {
    named(name).filter { $0.hasOtherCode(than: code) }
  }

  private func named(_ name: String) -> [DepartmentList.Submission] {
    let name = DepartmentList.comparable(name)
    return name.isEmpty ? [] : byName[name] ?? []
  }
}

extension DepartmentList.Submission {
  /// Whether a code is known, and another one than its own.
  public func hasOtherCode(than other: String?) -> Bool {
    let (own, other) = (DepartmentList.comparable(code ?? ""), DepartmentList.comparable(other ?? ""))
    return !own.isEmpty && !other.isEmpty && own != other
  }

  /// Whether a name is known, and another one than its own.
  public func hasOtherName(than other: String) -> Bool {
    let (own, other) = (DepartmentList.comparable(name), DepartmentList.comparable(other))
    return !own.isEmpty && !other.isEmpty && own != other
  }
}
