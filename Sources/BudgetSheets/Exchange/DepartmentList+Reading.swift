internal import Foundation
internal import XlsxRead

extension DepartmentList {
  /// Reads a list from a file: .csv (UTF-8 or GB18030), .xlsx or .json.
  ///
  /// A table has a code and a name in each row. A row with the headings 编码 or 代码 and 名称 or 部门 (`code`, `name`) tells
  /// which columns they are; without one they are the first and the second. In a workbook the first visible sheet
  /// with such headings counts, else the first visible one. JSON is an array of objects with these names.
  ///
  /// - Throws: ``DepartmentListError`` with the file.
  public init(path: String) throws(DepartmentListError) {
    do throws(DepartmentListError) {
      let departments: [Department]
      switch path.lowercased().split(separator: ".").last {
      case "xlsx", "xlsm": departments = try Self.departments(ofWorkbook: path)
      case "json": departments = try Self.departments(ofJSON: Self.bytes(of: path))
      case "csv", "txt", "tsv":
        departments = Self.departments(of: try DepartmentListTable.rows(of: Self.bytes(of: path))) ?? []
      default: throw DepartmentListError(.kindUnknown)
      }
      try self.init(departments)
    } catch {
      var error = error
      error.file = path.split(separator: "/").last.map(String.init) ?? path
      throw error
    }
  }

  private static func bytes(of path: String) throws(DepartmentListError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else { throw DepartmentListError(.fileMissing) }
    return Array(data)
  }

  // MARK: Tables

  /// What a heading says beyond whose code or name it is: `预算单位代码` says no more than `代码`.
  private static func subject(of heading: String) -> (text: String, namesSomebody: Bool) {
    var text = comparable(heading).lowercased()
    var namesSomebody = false
    for word in ["部门", "单位", "机构", "department"] where text.contains(word) {
      text = text.replacing(word, with: "")
      namesSomebody = true
    }
    for word in ["预算", "(", ")", "_"] { text = text.replacing(word, with: "") }
    return (text, namesSomebody)
  }

  private static func isCodeWord(_ heading: String) -> Bool {
    let text = subject(of: heading).text
    return text == "code" || text == "编号" || text.count == 2 && text.last == "码"
  }

  private static func isNameWord(_ heading: String) -> Bool {
    let (text, namesSomebody) = subject(of: heading)
    return text == "name" || text.count == 2 && text.last == "称" || text.isEmpty && namesSomebody
  }

  /// The departments of a table; nil where it has no headings and they are asked for.
  static func departments(of rows: [[String]], needsHeadings: Bool = false) -> [Department]? {
    func text(_ row: [String], _ column: Int?) -> String {
      guard let column, row.indices.contains(column) else { return "" }
      return row[column].trimmingCharacters(in: .whitespacesAndNewlines)
    }
    // A title and a date may stand above the headings.
    for (index, row) in rows.prefix(10).enumerated() {
      let (code, name) = (row.firstIndex(where: isCodeWord), row.firstIndex(where: isNameWord))
      // One heading alone is enough where nothing else stands in its row.
      let filled = row.count { !$0.allSatisfy(\.isWhitespace) }
      guard code != nil && name != nil || (code ?? name) != nil && filled == 1 else { continue }
      return rows.dropFirst(index + 1).map { Department(code: text($0, code), name: text($0, name)) }
    }
    if needsHeadings { return nil }
    let isPair = { (row: [String]) in !text(row, 0).isEmpty && !text(row, 1).isEmpty }
    // Two columns of words are some other table.
    if rows.contains(where: { isPair($0) && !text($0, 0).allSatisfy { $0.isASCII || $0.isNumber } }) { return [] }
    // What stands alone above the first pair is a title.
    let body = rows.contains(where: isPair) ? rows.drop { !isPair($0) } : rows[...]
    return body.map { row in
      let (first, second) = (text(row, 0), text(row, 1))
      if second.isEmpty, !first.allSatisfy(\.isASCII) { return Department(code: "", name: first) }
      return Department(code: first, name: second)
    }
  }

  // MARK: Workbooks

  private static func departments(ofWorkbook path: String) throws(DepartmentListError) -> [Department] {
    do throws(XlsxReadError) {
      var first: [[String]]?
      for sheet in try Workbook(path: path).worksheets where sheet.visibility == .visible {
        let rows = try rows(of: sheet)
        if rows.isEmpty { continue }
        if let departments = departments(of: rows, needsHeadings: true) { return departments }
        first = first ?? rows
      }
      return departments(of: first ?? []) ?? []
    } catch {
      throw DepartmentListError(.workbook(error))
    }
  }

  private static func rows(of sheet: Worksheet) throws(XlsxReadError) -> [[String]] {
    var rows: [[String]] = []
    let reader = try sheet.rowReader()
    while let row = try reader.next() {
      var texts: [String] = []
      // A list needs few columns; a cell far to the right would take a blank text for each before it.
      for cell in row where cell.reference.column <= 64 {
        let text = text(of: cell)
        if text.isEmpty { continue }
        while texts.count < cell.reference.column { texts.append("") }
        texts[cell.reference.column - 1] = text
      }
      if !texts.isEmpty { rows.append(texts) }
    }
    return rows
  }

  /// A code may be a number that a format such as `000` shows with its zeros; what is shown otherwise is not used.
  private static func text(of cell: Cell) -> String {
    guard cell.kind == .number else { return cell.kind == .error ? "" : cell.rawText }
    let shown = cell.shownText
    if CodeText.isDigits(shown) { return shown }
    return CodeText.read(cell.rawText, digits: nil)
  }

  // MARK: JSON

  private static func departments(ofJSON bytes: [UInt8]) throws(DepartmentListError) -> [Department] {
    let value: JSONValue
    do throws(BookFormatError) { value = try JSONParser.value(of: bytes) } catch {
      throw DepartmentListError(.json(error))
    }
    guard case .array(let items) = value else { throw DepartmentListError(.notDepartments) }
    var departments: [Department] = []
    for item in items {
      guard case .object(let members) = item else { throw DepartmentListError(.notDepartments) }
      func text(_ isWord: (String) -> Bool) throws(DepartmentListError) -> String {
        switch members.first(where: { isWord($0.name) })?.value {
        case .string(let text): return text.trimmingCharacters(in: .whitespacesAndNewlines)
        case .number(let text): return text
        case nil, .null: return ""
        default: throw DepartmentListError(.notDepartments)
        }
      }
      let department = Department(code: try text(isCodeWord), name: try text(isNameWord))
      if department.code.isEmpty && department.name.isEmpty { throw DepartmentListError(.notDepartments) }
      departments.append(department)
    }
    return departments
  }
}
