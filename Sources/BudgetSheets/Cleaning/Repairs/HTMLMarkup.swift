/// Takes the markup of web pages out of texts.
struct HTMLMarkup: TextRepair {
  static let description = RepairDescription(
    .htmlMarkup, .noted, mess: ["T8"],
    chinese: .init(
      name: "去掉网页标记", reason: "<p>、<br>、&nbsp; 一类的网页标记改为换行、空格或原字符",
      limits: "只认固定的一组标记，成对的才去掉；转义只还原一次，还原后又像标记的不动；“<5%”一类的文字不动。"),
    english: .init(
      name: "markup of web pages", reason: "markup such as <p>, <br>, &nbsp; became line breaks, blanks or characters",
      limits:
        "only a closed list of tags, inline ones only in pairs; entities are decoded once, and not where that gives markup again; texts as “<5%” stay."
    ))

  func repaired(_ text: String, at site: CellSite) -> String {
    guard site.isText, text.utf8.contains(UInt8(ascii: "<")) || text.utf8.contains(UInt8(ascii: "&")) else {
      return text
    }
    return HTMLText.plain(text)
  }
}
