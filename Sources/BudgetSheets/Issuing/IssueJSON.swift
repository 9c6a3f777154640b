/// What the issuing of one department's workbook came to, as JSON; the format is described in `docs/issuing.md`.
public enum IssueJSON {
  /// The member `format`.
  public static let format = "budgetsheets.new"
  /// The member `version`.
  public static let version = 1

  /// One department as JSON on one line, without a line break.
  ///
  /// - Parameters:
  ///   - department: The department; its code or name is left out where the list gives none.
  ///   - set: The form set.
  ///   - year: The year of the budget.
  ///   - file: The workbook.
  ///   - status: How it came out, by a stable word.
  ///   - prior: The workbook of the year before; nil where none is used.
  ///   - reason: Why it came out so, for people; nil where there is nothing to say.
  ///   - notes: What else there is to say.
  public static func line(
    _ department: DepartmentList.Department, set: String, year: String, file: String, status: String, prior: String?,
    reason: String?, notes: [String]
  ) -> String {
    var members: [JSONValue.Member] = [
      .init("format", .string(format)), .init("version", .number(String(version))),
    ]
    func add(_ name: String, _ text: String?) {
      if let text, !text.isEmpty { members.append(.init(name, .string(text))) }
    }
    add("code", department.code)
    add("name", department.name)
    add("set", set)
    add("year", year)
    add("file", file)
    add("status", status)
    add("prior", prior)
    add("reason", reason)
    if !notes.isEmpty { members.append(.init("notes", .array(notes.map { .string($0) }))) }
    return JSONWriter.text(of: .object(members), isPretty: false)
  }
}
