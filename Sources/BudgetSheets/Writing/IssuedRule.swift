import XlsxPackage
import XlsxWrite

/// The rules for what is typed into issued forms. Only amounts are refused; of codes and names it is asked, since
/// dictionaries are not complete.
enum IssuedRule {
  /// Amounts are numbers that are exact to the 分, and not below zero unless the form says so.
  ///
  /// - Parameter first: The top left cell of the range.
  static func amount(unit: MoneyUnit, allowsNegative: Bool, first: CellReference) -> DataValidation {
    let digits = unit.exactDecimals
    let bound = allowsNegative ? "ABS(\(first))<9E+11" : "\(first)>=0,\(first)<9E+11"
    let sign = allowsNegative ? "可以是负数" : "不能是负数"
    return DataValidation(
      .custom("=IF(ISNUMBER(\(first)),AND(\(bound),ROUND(\(first),\(digits))=\(first)),FALSE)"),
      inputTitle: "请填数字",
      inputMessage: "单位：\(unit.rawValue)。最多 \(digits) 位小数，\(sign)；没有的不填。",
      errorTitle: "不能这样填",
      errorMessage: "这里只能填数字（单位：\(unit.rawValue)），最多 \(digits) 位小数，\(sign)。不要带文字、空格或单位。")
  }

  /// A sum is worked out; who types over it is asked back.
  static let sum = DataValidation(
    .custom("=FALSE"), errorStyle: .warning, inputTitle: "自动计算", inputMessage: "本格由公式计算，一般不必填写。",
    errorTitle: "本格由公式计算", errorMessage: "本格由公式计算，一般不必填写。仍要改写吗？")

  /// Codes have a number of digits; a number stands for the code with its zeros.
  ///
  /// - Parameter first: The top left cell of the range.
  static func code(digits: [Int], first: CellReference) -> DataValidation? {
    if digits.isEmpty { return nil }
    let lengths = digits.map { "\($0)" }.joined(separator: " 位或 ")
    var cases = digits.map { "LEN(\(first))=\($0)" }
    if digits.count == 1, digits[0] <= IssuedDictionary.mostDigits {
      cases.append("AND(ISNUMBER(\(first)),LEN(\(first))<\(digits[0]))")
    }
    return DataValidation(
      .custom("=" + (cases.count == 1 ? cases[0] : "OR(\(cases.joined(separator: ",")))")), errorStyle: .warning,
      inputTitle: "请填编码", inputMessage: "编码为 \(lengths) 位数字。", errorTitle: "位数不符",
      errorMessage: "编码一般为 \(lengths) 位数字，请核对。仍要这样填吗？")
  }

  /// Codes from a dictionary.
  ///
  /// - Parameter formula: The range of what is offered, with `=`.
  static func choice(_ formula: String, of list: String, digits: Int) -> DataValidation {
    // Longer codes hardly begin with a zero.
    let example = digits == 2 ? "首位的 0 可以不输入，如输入 1，显示 01。" : ""
    return DataValidation(
      .listRange(formula), errorStyle: .warning, inputTitle: "请选择或填写编码",
      inputMessage: "可从下拉列表选择，也可直接输入。" + example, errorTitle: "字典中没有这个编码",
      errorMessage: "“\(list)”中没有这个编码，或与前面的编码不对应（字典可能不全），请核对。仍要这样填吗？")
  }

  /// Texts that stand in another form.
  static func text(_ formula: String, from title: String) -> DataValidation {
    DataValidation(
      .listRange(formula), errorStyle: .warning, inputTitle: "请选择或填写",
      inputMessage: clipped("可选择“\(title)”中已有的内容，也可直接输入。"), errorTitle: "与其他表不一致",
      errorMessage: clipped("“\(title)”中没有这一项，请核对。仍要这样填吗？"))
  }

  /// Names that are looked up.
  static let name = DataValidation(
    .any, inputTitle: "填写名称", inputMessage: "填写编码后自动显示名称；字典中没有的，请直接在本格填写。")

  /// Names that stand in other forms too.
  static let freeName = DataValidation(.any, inputTitle: "填写名称", inputMessage: "请填全称，与其他各表一致。")

  /// Values of indicators.
  static let indicator = DataValidation(
    .any, inputTitle: "指标的值", inputMessage: "请写明符号和单位，如：≥95%、≤30 天、1 项。")

  /// A message as long as one may be.
  private static func clipped(_ text: String) -> String {
    text.utf16.count <= 255 ? text : String(text.prefix(120))
  }
}
