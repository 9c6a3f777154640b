/// The Chinese words for the things that a file should hold in some place.
enum ChineseName {
  private static let names = [
    "null": "空值 null", "true or false": "true 或 false", "a number": "数字", "a string": "双引号中的文字",
    "an array": "数组 […]", "an object": "对象 {…}", "a value": "一个值", "a name in double quotes": "双引号中的名称",
    "text in UTF-8": "UTF-8 编码的文字", "a label path": "标签路径", "a list": "列表", "a mapping": "键值对", "mapping": "键值对",
    "a text": "文字", "a whole number": "整数",
  ]

  /// The Chinese word, or the English one where there is none.
  static func of(_ english: String) -> String { names[english] ?? english }
}
