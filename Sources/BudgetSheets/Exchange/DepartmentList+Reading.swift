internal import Foundation
internal import XlsxRead

extension DepartmentList {
  /// How much of a list is read.
  public enum Detail: Sendable {
    /// Codes and names of departments: enough to tell who is meant.
    case names
    /// Units and all other columns too.
    case everything
  }

  /// Reads a list from a file: .csv (UTF-8 or GB18030), .xlsx or .json.
  ///
  /// A table has a code and a name in each row. A row with the headings 编码 or 代码 and 名称 or 部门 (`code`, `name`) tells
  /// which columns they are; without one they are the first and the second. Where other headings are those of units, as
  /// 单位名称 beside 部门名称 (`unit_code`, `unit_name`), each row is a unit, and the department may be blank below its
  /// first row. Every further heading is a field. In a workbook the first visible sheet with such headings counts, else the
  /// first visible one. JSON is an array of objects with these names, units in an array `units` of such objects.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - detail: How much of it is read; what is not read cannot be wrong.
  /// - Throws: ``DepartmentListError`` with the file, and the line where it can be told.
  public init(path: String, detail: Detail = .everything) throws(DepartmentListError) {
    do throws(DepartmentListError) {
      var entries: [DepartmentListEntry]
      switch path.lowercased().split(separator: ".").last {
      case "xlsx", "xlsm": entries = try Self.entries(ofWorkbook: path, detail)
      case "json": entries = try DepartmentListJSON.entries(of: Self.bytes(of: path), detail)
      case "csv", "txt", "tsv":
        entries = try Self.entries(of: try DepartmentListTable.rows(of: Self.bytes(of: path)), detail) ?? []
      default: throw DepartmentListError(.kindUnknown)
      }
      if detail == .names {
        for index in entries.indices {
          entries[index].department.units = []
          entries[index].department.fields = []
        }
      }
      try self.init(entries)
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

  /// What a table says; nil where it has no headings and they are asked for.
  static func entries(
    of rows: [DepartmentListRow], _ detail: Detail, needsHeadings: Bool = false
  ) throws(DepartmentListError) -> [DepartmentListEntry]? {
    // A title and a date may stand above the headings.
    for (index, row) in rows.prefix(10).enumerated() {
      let above = index > 0 ? rows[index - 1].texts : []
      guard let headings = DepartmentListHeadings(row.texts, above: above) else { continue }
      // Who it is may stand over two rows: whose below, what of it above.
      if headings.code == nil, headings.hasUnits, index + 1 < rows.count,
        DepartmentListHeadings(rows[index + 1].texts, above: row.texts)?.code != nil
      {
        continue
      }
      return try entries(of: rows[(index + 1)...], headings, detail)
    }
    if needsHeadings { return nil }
    let isPair = { (row: DepartmentListRow) in !row.text(0).isEmpty && !row.text(1).isEmpty }
    // Two columns of words are some other table.
    if rows.contains(where: { isPair($0) && !$0.text(0).allSatisfy { $0.isASCII || $0.isNumber } }) { return [] }
    // What stands alone above the first pair is a title.
    let body = rows.contains(where: isPair) ? rows.drop { !isPair($0) } : rows[...]
    return body.map { row in
      let (first, second) = (row.text(0), row.text(1))
      let isName = second.isEmpty && !first.allSatisfy(\.isASCII)
      return DepartmentListEntry(
        department: Department(code: isName ? "" : first, name: isName ? first : second), place: .line(row.line))
    }
  }

  /// What the rows below the headings say.
  private static func entries(
    of rows: ArraySlice<DepartmentListRow>, _ headings: DepartmentListHeadings, _ detail: Detail
  ) throws(DepartmentListError) -> [DepartmentListEntry] {
    var entries: [DepartmentListEntry] = []
    var last: Department?
    for row in rows {
      var department = Department(code: row.text(headings.code), name: row.text(headings.name))
      let unit = Unit(code: row.text(headings.unitCode), name: row.text(headings.unitName))
      let hasUnit = !(unit.code.isEmpty && unit.name.isEmpty)
      for (column, label) in headings.fields {
        let text = row.shownText(column)
        if !text.isEmpty { department.fields.append(Field(label: label, text: text)) }
      }
      if headings.hasUnits {
        if department.code.isEmpty && department.name.isEmpty {
          guard let last else {
            if hasUnit, detail == .everything { throw DepartmentListError(.unitOfNobody, place: .line(row.line)) }
            continue
          }
          (department.code, department.name) = (last.code, last.name)
        } else if department.code.isEmpty, let last, comparable(last.name) == comparable(department.name) {
          department.code = last.code
        }
        if hasUnit { department.units = [unit] }
        if let name = last?.name, department.name.isEmpty, last?.code == department.code { department.name = name }
        last = department
      }
      entries.append(DepartmentListEntry(department: department, place: .line(row.line)))
    }
    return entries
  }

  // MARK: Workbooks

  private static func entries(
    ofWorkbook path: String, _ detail: Detail
  ) throws(DepartmentListError) -> [DepartmentListEntry] {
    var first: [DepartmentListRow]?
    for rows in try sheets(ofWorkbook: path) where !rows.isEmpty {
      if let entries = try entries(of: rows, detail, needsHeadings: true) { return entries }
      first = first ?? rows
    }
    return try entries(of: first ?? [], detail) ?? []
  }

  /// The rows of the visible sheets.
  private static func sheets(ofWorkbook path: String) throws(DepartmentListError) -> [[DepartmentListRow]] {
    do throws(XlsxReadError) {
      var sheets: [[DepartmentListRow]] = []
      for sheet in try Workbook(path: path).worksheets where sheet.visibility == .visible {
        sheets.append(try rows(of: sheet))
      }
      return sheets
    } catch {
      throw DepartmentListError(.workbook(error))
    }
  }

  private static func rows(of sheet: Worksheet) throws(XlsxReadError) -> [DepartmentListRow] {
    var rows: [DepartmentListRow] = []
    let reader = try sheet.rowReader()
    while let row = try reader.next() {
      var texts = DepartmentListRow(line: row.number, texts: [])
      // A list needs few columns; a cell far to the right would take a blank text for each before it.
      for cell in row where cell.reference.column <= 64 {
        let text = text(of: cell)
        if text.isEmpty { continue }
        while texts.texts.count < cell.reference.column { texts.texts.append("") }
        texts.texts[cell.reference.column - 1] = text
        if let shown = shownText(of: cell), shown != text { texts.shown[cell.reference.column - 1] = shown }
      }
      if !texts.texts.isEmpty { rows.append(texts) }
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

  /// What a number or a date shows; nil where that is not all of it, as of a long number.
  private static func shownText(of cell: Cell) -> String? {
    guard cell.kind == .number || cell.kind == .date else { return nil }
    let shown = cell.shownText
    return shown.isEmpty || shown.contains("E+") || shown.contains("#") ? nil : shown
  }
}
