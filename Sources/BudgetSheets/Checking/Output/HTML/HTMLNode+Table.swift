extension HTMLNode {
  /// A table that scrolls sideways where the page is too narrow for it, with one line of headings.
  ///
  /// - Parameters:
  ///   - name: What it is called for those who cannot see it.
  ///   - headings: The headings; those of numbers stand at the right.
  ///   - language: The language of what stands below, where it is not that of the page.
  ///   - rows: The rows below.
  static func scrollingTable(
    named name: String, headings: [(text: String, isNumber: Bool)], language: String? = nil, _ rows: [HTMLNode]
  ) -> HTMLNode {
    .element(
      "div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": name],
      .element(
        "table", ["class": "plain"],
        .element(
          "thead", [:],
          .element(
            "tr", [:],
            headings.map { .element("th", ["scope": "col", "class": $0.isNumber ? "number" : nil], .text($0.text)) })),
        .element("tbody", ["lang": language], rows)))
  }
}
