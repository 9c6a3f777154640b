/// The Chinese words for the things that a file should hold in some place.
enum ChineseName {
  private static let names = [
    "null": "空值 null", "true or false": "true 或 false", "a number": "数字", "a string": "双引号中的文字",
    "an array": "数组 […]", "an object": "对象 {…}", "a value": "一个值", "a name in double quotes": "双引号中的名称",
    "text in UTF-8": "UTF-8 编码的文字", "a label path": "标签路径", "a list": "列表", "a mapping": "键值对", "mapping": "键值对",
    "a text": "文字", "a whole number": "整数",
    "form[row, column]": "引用“表号[行, 栏]”", "form[rows]": "引用“表号[行]”", "form[column]": "引用“表号[栏]”",
    "form[pane with class]": "引用“表号[… with class]”", "form[rows], not of a form of blocks": "表格中的行“表号[行]”",
    "a code such as X01 or U01": "编号，如 X01、U01", "with class = class": "with class = class",
    "a column": "一个栏目", "a column of amounts": "金额栏", "a column of codes or texts": "编码栏或文字栏", "a list of two": "两项的列表",
    "columns of one form": "同一张表的两栏", "two forms": "两张不同的表", "a form with details": "有明细行的表",
    "a form with when_empty": "写有 when_empty 的表", "rows of details": "明细行",
    "a column of the pane": "该部分的一栏", "levels from the total down, each once": "从合计往下的级次，每级一次",
    "a type with digits in the level of classes above": "位数（上面的类、款一级须写 type: code(…)）",
    "another number of digits than in the level above": "与上一级不同的位数",
    "a column or field of texts": "文字栏或文字项", "a reason": "理由",
    "in: COLUMN": "in: 栏目", "a column of one pane": "同一部分的一栏", "a form of free rows": "自由行的表",
  ]

  /// The Chinese word, or the English one where there is none.
  static func of(_ english: String) -> String { names[english] ?? english }
}
