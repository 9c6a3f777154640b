/// Joins a name of the submitter's own, as that of a project, that a line break or a typed blank has broken.
struct FreeNameBlanks: TextRepair {
  static let description = RepairDescription(
    .freeNameBlanks, .noted, mess: ["T1"],
    chinese: .init(
      name: "去掉项目名称中的空白", reason: "项目名称中两个汉字之间有换行或空格",
      limits: "只去掉两个中文字符之间的空白；数字、字母旁边的空格和成段文字不动。名称没有字典可对，请过目。"),
    english: .init(
      name: "blanks inside names of projects",
      reason: "a line break or blank stands between two Chinese characters of a name",
      limits:
        "only white space between two Chinese characters; blanks beside digits or letters and running text stay. No dictionary knows these names: look at the record."
    ))

  func repaired(_ text: String, at site: CellSite) -> String {
    site.kind == .freeName ? text.joiningChinese : text
  }
}
