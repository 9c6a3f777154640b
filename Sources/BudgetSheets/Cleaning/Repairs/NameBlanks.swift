/// Joins a name that a line break or a typed blank has broken.
struct NameBlanks: TextRepair {
  static let description = RepairDescription(
    .nameBlanks, .safe, mess: ["T1", "T2"],
    chinese: .init(
      name: "去掉名称中的空白", reason: "名称中两个汉字之间有换行或空格",
      limits: "只在科目、单位名称和行标签中，只去掉两个中文字符之间的空白；数字、字母旁边的空格不动。项目名称见 Q08。"),
    english: .init(
      name: "blanks inside names", reason: "a line break or blank stands between two Chinese characters of a name",
      limits:
        "names of codes and units and labels of rows, white space between two Chinese characters; blanks beside digits or letters stay. Names of projects: Q08."
    )
  )

  func repaired(_ text: String, at site: CellSite) -> String {
    switch site.kind {
    case .name, .label: text.joiningChinese
    default: text
    }
  }
}
