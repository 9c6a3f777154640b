internal import CXlsx
public import XlsxPackage

extension WorksheetWriter {
  /// Says what may be typed into the cells of a range.
  ///
  /// - Throws: `tooLong` where a title (32 characters), a message, a formula or a list (255) is too long; `badText`
  ///   for a list with an empty item or a comma in one; `notFinite`; `tooMany` after 255 rules on one worksheet.
  public func addValidation(_ validation: DataValidation, to range: CellRange) throws(XlsxWriteError) {
    let sheet = unsafe try pointer()
    let first = try place(of: range.first)
    let last = try place(of: range.last)
    if state.validationCount == 255 {
      throw error(.tooMany, range, "the worksheet has 255 input rules. Give one rule to a larger range.")
    }
    var strings = CopiedStrings()
    var values = unsafe lxw_data_validation()
    unsafe values.ignore_blank = Self.flag(validation.ignoresBlank)
    unsafe values.dropdown = Self.flag(validation.showsDropdown)
    unsafe values.show_error = Self.flag(validation.showsError)
    unsafe values.error_type = UInt8(validation.errorStyle.value.rawValue)
    unsafe values.input_title = strings.copy(try message(validation.inputTitle, 32, range))
    unsafe values.input_message = strings.copy(try message(validation.inputMessage, 255, range))
    unsafe values.error_title = strings.copy(try message(validation.errorTitle, 32, range))
    unsafe values.error_message = strings.copy(try message(validation.errorMessage, 255, range))
    unsafe try set(validation.rule, on: &values, keeping: &strings, range)
    let status = unsafe worksheet_data_validation_range(
      sheet, first.row, first.column, last.row, last.column, &values)
    try check(status, range)
    state.validationCount += 1
    switch validation.rule {
    case .list, .listRange: unsafe makeLastRuleAList(of: sheet)
    default: break
    }
  }

  /// Changes how cells look wherever a formula is true; it is written for the top left cell of the range.
  ///
  /// Of the format, the fill, the lines, the number format and the font's boldness, slant and colour count.
  ///
  /// - Parameters:
  ///   - range: The cells.
  ///   - formula: The condition, as `=$C5<>$D5+$E5`; at most 255 characters.
  ///   - format: What changes.
  ///   - stopsIfTrue: Whether conditions added later are left out where this one holds.
  /// - Throws: `tooLong`, `badText`, `badFormat`.
  public func addConditionalFormat(
    _ range: CellRange, formula: String, format: CellFormat, stopsIfTrue: Bool = false
  ) throws(XlsxWriteError) {
    let sheet = unsafe try pointer()
    let first = try place(of: range.first)
    let last = try place(of: range.last)
    var strings = CopiedStrings()
    var values = unsafe lxw_conditional_format()
    unsafe values.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
    unsafe values.value_string = strings.copy(try self.formula(formula, range))
    unsafe values.format = try storage.conditionalFormat(format, sheet: name, cell: range.description)
    unsafe values.stop_if_true = stopsIfTrue ? 1 : 0
    try check(
      unsafe worksheet_conditional_format_range(
        sheet, first.row, first.column, last.row, last.column, &values), range)
  }

  /// Lists are added as formulas and get their own type here: the library loses the memory of a list's formula.
  private func makeLastRuleAList(of sheet: UnsafeMutablePointer<lxw_worksheet>) {
    guard var last = unsafe sheet.pointee.data_validations.pointee.stqh_first else { return }
    while let next = unsafe last.pointee.list_pointers.stqe_next { unsafe last = next }
    unsafe last.pointee.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
  }

  private static func flag(_ value: Bool) -> UInt8 {
    UInt8((value ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF).rawValue)
  }

  private func message(_ text: String?, _ limit: Int, _ range: CellRange) throws(XlsxWriteError) -> String? {
    guard let text else { return nil }
    let escaped = XMLText.escaped(text)
    if escaped.utf16.count > limit {
      throw error(
        .tooLong, range, "the hint \"\(text)\" has \(escaped.utf16.count) characters. Shorten it to \(limit).")
    }
    return escaped
  }

  private func set(
    _ rule: DataValidation.Rule, on values: inout lxw_data_validation, keeping strings: inout CopiedStrings,
    _ range: CellRange
  ) throws(XlsxWriteError) {
    switch rule {
    case .list(let items):
      let list = try joined(items, range)
      // As the formula it is in the file: the library's own lists overflow at 255 bytes (its issue 394).
      unsafe values.validate = UInt8(LXW_VALIDATION_TYPE_CUSTOM_FORMULA.rawValue)
      unsafe values.value_formula = strings.copy("=\"" + list + "\"")
    case .listRange(let formula):
      unsafe values.validate = UInt8(LXW_VALIDATION_TYPE_CUSTOM_FORMULA.rawValue)
      unsafe values.value_formula = strings.copy(try self.formula(formula, atMost: 255, range))
    case .custom(let formula):
      unsafe values.validate = UInt8(LXW_VALIDATION_TYPE_CUSTOM_FORMULA.rawValue)
      unsafe values.value_formula = strings.copy(try self.formula(formula, atMost: 255, range))
    case .decimal(let comparison):
      unsafe values.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      unsafe try set(comparison, on: &values, range)
    case .whole(let comparison):
      unsafe values.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      unsafe try set(comparison, on: &values, range)
    case .textLength(let comparison):
      unsafe values.validate = UInt8(LXW_VALIDATION_TYPE_LENGTH.rawValue)
      unsafe try set(comparison, on: &values, range)
    case .any:
      unsafe values.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    }
  }

  /// The items as they stand in a formula's text: with commas between them and quotation marks doubled.
  private func joined(_ items: [String], _ range: CellRange) throws(XlsxWriteError) -> String {
    let advice = "Put the items into cells and use listRange."
    if items.isEmpty || items.contains(where: { $0.isEmpty }) {
      throw error(.badText, range, "the list is empty or has an empty item. Leave empty items out.")
    }
    if let item = items.first(where: { $0.utf8.contains(0x2C) || $0.utf8.contains(0x0A) || !XMLText.allows($0) }) {
      throw error(.badText, range, "the list item \"\(item)\" holds a comma or a line break. \(advice)")
    }
    var list = String.UnicodeScalarView()
    for (index, item) in items.enumerated() {
      if index > 0 { list.append(",") }
      for scalar in item.unicodeScalars {
        if scalar == "\"" { list.append(scalar) }
        list.append(scalar)
      }
    }
    let length = String(list).utf16.count
    if length > 255 {
      throw error(.tooLong, range, "the list has \(length) characters, more than 255. \(advice)")
    }
    return String(list)
  }

  private func set(
    _ comparison: DataValidation.Comparison, on values: inout lxw_data_validation, _ range: CellRange
  ) throws(XlsxWriteError) {
    let (criteria, numbers) =
      switch comparison {
      case .between(let low, let high): (LXW_VALIDATION_CRITERIA_BETWEEN, [low, high])
      case .notBetween(let low, let high): (LXW_VALIDATION_CRITERIA_NOT_BETWEEN, [low, high])
      case .equalTo(let number): (LXW_VALIDATION_CRITERIA_EQUAL_TO, [number])
      case .notEqualTo(let number): (LXW_VALIDATION_CRITERIA_NOT_EQUAL_TO, [number])
      case .greaterThan(let number): (LXW_VALIDATION_CRITERIA_GREATER_THAN, [number])
      case .atLeast(let number): (LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO, [number])
      case .lessThan(let number): (LXW_VALIDATION_CRITERIA_LESS_THAN, [number])
      case .atMost(let number): (LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO, [number])
      }
    if !numbers.allSatisfy({ $0.isFinite }) {
      throw error(.notFinite, range, "the rule compares with what is no number to Excel.")
    }
    unsafe values.criteria = UInt8(criteria.rawValue)
    if numbers.count == 2 {
      unsafe values.minimum_number = numbers[0]
      unsafe values.maximum_number = numbers[1]
    } else {
      unsafe values.value_number = numbers[0]
    }
  }
}

extension DataValidation.ErrorStyle {
  fileprivate var value: lxw_validation_error_types {
    switch self {
    case .stop: LXW_VALIDATION_ERROR_TYPE_STOP
    case .warning: LXW_VALIDATION_ERROR_TYPE_WARNING
    case .information: LXW_VALIDATION_ERROR_TYPE_INFORMATION
    }
  }
}
