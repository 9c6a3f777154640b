extension DepartmentList.Collection {
  /// Who has handed in and who has not, as JSON on one line without a line break.
  ///
  /// `missing` holds departments, `twice` departments with their files, `unknown` files with the code and name in them
  /// and, as `hint`, the department with the most similar name; `expected` and `received` are counts of departments.
  public var json: String {
    JSONWriter.text(
      of: .object([
        .init("expected", .number(String(received.count + missing.count))),
        .init("received", .number(String(received.count))),
        .init("missing", .array(missing.map { .object(members(of: $0)) })),
        .init("twice", .array(twice.map(value))),
        .init("unknown", .array(unknown.map(value))),
        .init("differing", .array(differing.map(value))),
      ]), isPretty: false)
  }

  private func members(of department: DepartmentList.Department) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if !department.code.isEmpty { members.append(.init("code", .string(department.code))) }
    if !department.name.isEmpty { members.append(.init("name", .string(department.name))) }
    return members
  }

  private func members(of submission: DepartmentList.Submission) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = [.init("file", .string(submission.file))]
    if let code = submission.code { members.append(.init("code", .string(code))) }
    if !submission.name.isEmpty { members.append(.init("name", .string(submission.name))) }
    return members
  }

  private func value(of received: Received) -> JSONValue {
    .object(
      members(of: received.department) + [
        .init("files", .array(received.submissions.map { .object(members(of: $0)) }))
      ])
  }

  private func value(of unknown: Unknown) -> JSONValue {
    var members = members(of: unknown.submission)
    if let hint = unknown.hint { members.append(.init("hint", .object(self.members(of: hint)))) }
    return .object(members)
  }
}
