/// What the columns of a list of departments are, by their headings; of an object in JSON, what its members are.
struct DepartmentListHeadings {
  /// Where the code of the department stands.
  private(set) var code: Int?
  /// Where its name stands.
  private(set) var name: Int?
  /// Where the code of a unit stands.
  private(set) var unitCode: Int?
  /// Where its name stands.
  private(set) var unitName: Int?
  /// What else the list says, in the order of the columns.
  private(set) var fields: [(column: Int, label: String)] = []

  /// Whether each row may name a unit.
  var hasUnits: Bool { unitCode != nil || unitName != nil }

  /// Reads a row as headings; nil where it is none.
  ///
  /// Headings that name a department and others that name a unit make a list of units. Where only one of the two is named it
  /// is the department, whatever the headings call it.
  ///
  /// - Parameters:
  ///   - texts: The row.
  ///   - above: The row above it, whose cells may stand over several columns.
  ///   - needsBoth: Whether a code without a name, or a name without a code, makes headings only where it stands alone.
  init?(_ texts: [String], above: [String] = [], needsBoth: Bool = true) {
    let words = texts.enumerated().map { Word($0.element, below: Self.heading(above, over: $0.offset)) }
    func first(_ kind: Word.Kind, _ subject: Word.Subject? = nil) -> Int? {
      words.firstIndex { $0.kind == kind && (subject == nil || $0.subject == subject) }
    }
    let codes = (first(.code, .department) ?? first(.code, .nobody), unit: first(.code, .unit))
    let names = (first(.name, .department) ?? first(.name, .nobody), unit: first(.name, .unit))
    if let department = names.0, names.unit != nil || codes.0 != nil && codes.unit != nil {
      (code, name, unitCode, unitName) = (codes.0, department, codes.unit, names.unit)
    } else {
      code = first(.code, .department) ?? first(.code)
      name = first(.name, .department) ?? first(.name)
      if needsBoth {
        let filled = texts.count { !$0.allSatisfy(\.isWhitespace) }
        guard code != nil && name != nil || (code ?? name) != nil && filled == 1 else { return nil }
      } else if code == nil, name == nil {
        return nil
      }
    }
    // Where whose code it is stands above, so does a heading that takes both rows.
    let isSecondRow = words.contains { $0.subjectIsAbove }
    addFields(
      texts.enumerated().map { column, text in
        isSecondRow && text.allSatisfy(\.isWhitespace) && above.indices.contains(column) ? above[column] : text
      })
  }

  private mutating func addFields(_ texts: [String]) {
    let taken = [code, name, unitCode, unitName].compactMap(\.self)
    var seen: [String: Int] = [:]
    for (column, text) in texts.enumerated() where !taken.contains(column) {
      let label = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if label.isEmpty || Word.isCount(label) { continue }
      let count = (seen[DepartmentList.comparable(label)] ?? 0) + 1
      seen[DepartmentList.comparable(label)] = count
      fields.append((column, count == 1 ? label : "\(label) \(count)"))
    }
  }

  /// What stands over a column, in a cell of its own or in one further left.
  private static func heading(_ above: [String], over column: Int) -> String {
    above.prefix(column + 1).last { !$0.allSatisfy(\.isWhitespace) } ?? ""
  }

  /// Whether the name of a member of an object says that it holds units.
  static func isUnits(_ text: String) -> Bool {
    let word = Word(text, below: "")
    return word.subject == .unit && (word.rest.isEmpty || word.rest == "s")
  }
}

extension DepartmentListHeadings {
  /// What one heading says.
  fileprivate struct Word {
    enum Kind { case code, name }
    enum Subject { case department, unit, nobody }

    /// Whether it heads codes or names; nil where it heads something else.
    var kind: Kind?
    /// Whose they are.
    var subject = Subject.nobody
    /// Whether only what stands over it says so.
    var subjectIsAbove = false
    /// What it says beyond that.
    var rest: String

    init(_ text: String, below above: String) {
      rest = DepartmentList.comparable(text).lowercased()
      subject = Self.takeSubject(from: &rest)
      kind = Self.kind(rest, subject)
      // A code or name alone may belong to what stands over it.
      if kind != nil, subject == .nobody, !above.isEmpty {
        var over = DepartmentList.comparable(above).lowercased()
        let other = Self.takeSubject(from: &over)
        if over.isEmpty, other != .nobody { (subject, subjectIsAbove) = (other, true) }
      }
    }

    /// Takes the words away that say whose something is.
    private static func takeSubject(from text: inout String) -> Subject {
      var subject = Subject.nobody
      for (word, meaning) in [
        ("部门", Subject.department), ("机构", .department), ("department", .department), ("单位", .unit), ("unit", .unit),
      ] where text.contains(word) {
        text = text.replacing(word, with: "")
        if subject == .nobody { subject = meaning }
      }
      for word in ["预算", "(", ")", "_"] { text = text.replacing(word, with: "") }
      guard subject == .unit else { return subject }
      if text.contains("一级") { subject = .department }
      for word in ["一级", "二级", "基层", "下属", "所属"] { text = text.replacing(word, with: "") }
      return subject
    }

    private static func kind(_ rest: String, _ subject: Subject) -> Kind? {
      if rest == "code" || rest == "编号" || rest.count == 2 && rest.last == "码" { return .code }
      if rest == "name" || rest.count == 2 && rest.last == "称" || rest.isEmpty && subject != .nobody { return .name }
      return nil
    }

    /// Whether a heading stands over the numbers of the rows.
    static func isCount(_ label: String) -> Bool {
      ["序号", "行号", "no", "no.", "#"].contains(DepartmentList.comparable(label).lowercased())
    }
  }
}
