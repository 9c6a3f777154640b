/// What all pages have in common.
struct HTMLPage {
  let language: Language
  let title: String

  /// The whole page around its content.
  func text(around content: [HTMLNode]) -> String {
    var text = "<!DOCTYPE html>\n"
    let head = HTMLNode.element(
      "head", [:],
      .element("meta", ["charset": "utf-8"]),
      // Nothing is loaded from anywhere, and of scripts and styles only those of this program count.
      .element(
        "meta",
        [
          "http-equiv": "Content-Security-Policy",
          "content": "default-src 'none'; style-src '\(HTMLStyle.hash)'; script-src '\(HTMLScript.hash)'; "
            + "base-uri 'none'; form-action 'none'",
        ]),
      .element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      .element("meta", ["name": "color-scheme", "content": "light dark"]),
      .element("meta", ["name": "referrer", "content": "no-referrer"]),
      .element("title", [:], .text(title)),
      .element("style", [:], .verbatim(HTMLStyle.text)))
    let body = HTMLNode.element(
      "body", [:], content + [.element("script", [:], .verbatim(HTMLScript.text))])
    HTMLNode.element(
      "html", ["lang": language == .chinese ? "zh-CN" : "en"], head, body
    ).write(to: &text)
    return text + "\n"
  }

  /// The language of what stands in the workbook, where it is not that of the page.
  var languageOfForms: String? { language == .chinese ? nil : "zh-CN" }
}

extension CheckVerdict {
  /// A sign that tells it without colour.
  var sign: String {
    switch self {
    case .rejected: "✕"
    case .explainable: "!"
    case .incomplete: "?"
    case .passed: "✓"
    }
  }
}

extension Finding.Level {
  /// A sign that tells it without colour.
  var sign: String {
    switch self {
    case .error: "✕"
    case .warning: "!"
    case .info: "i"
    }
  }
}
