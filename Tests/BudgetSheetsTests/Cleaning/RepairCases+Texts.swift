import BudgetSheets
import XlsxWrite

extension RepairCase {
  static let texts: [RepairCase] = [
    .repaired(
      "a line break in a name", .nameBlanks, ["预算03表!E12": .text("行政单位离\n退休")], to: ["预算03表!E12": #"text "行政单位离退休""#]),
    .repaired(
      "an ideographic blank", .nameBlanks, ["预算03表!E12": .text("行政单位\u{3000}离退休")],
      to: ["预算03表!E12": #"text "行政单位离退休""#]),
    .repaired("blanks in a total's label", .nameBlanks, ["预算03表!E7": .text("合  计")], to: ["预算03表!E7": #"text "合计""#]),
    .repaired(
      "a blank in a row's label", .nameBlanks, ["预算01表!C13": .text("八、社会保障 和就业")], selection: .safe,
      to: ["预算01表!C13": #"text "八、社会保障和就业""#]),
    .kept(
      "blanks beside digits", "预算13表!B9", .text("洛财投（2022）4号2022 省级企业研发财政补助专项资金"),
      as: #"text "洛财投（2022）4号2022 省级企业研发财政补助专项资金""#),
    .repaired(
      "a blank in the name of a project", .freeNameBlanks, ["预算11表!B8": .text("科技研发计划 管理费")],
      to: ["预算11表!B8": #"text "科技研发计划管理费""#]),
    .kept(
      "a blank in the name of a project is not safe", "预算11表!B8", .text("科技研发计划 管理费"), as: #"text "科技研发计划 管理费""#,
      selection: .safe),
    .kept("a blank between Latin words", "预算11表!B8", .text("ERP 系统 A B 运维"), as: #"text "ERP 系统 A B 运维""#),
    .kept("paragraphs of running text", "预算12表!C6", .text("第一段。\n第二段。"), as: "text \"第一段。\n第二段。\""),

    .repaired(
      "zero-width characters in a name", .invisibleCharacters, ["预算03表!E12": .text("行政\u{200B}单位离退休\u{FEFF}")],
      to: ["预算03表!E12": #"text "行政单位离退休""#]),
    .repaired(
      "a soft hyphen in a code", .invisibleCharacters, ["预算06表!A8": .text("301\u{AD}01")],
      to: ["预算06表!A8": #"text "30101""#]),
    .kept(
      "a glyph for private use", "预算11表!B8", .text("科技研发\u{E863}划管理费"), as: "text \"科技研发\u{E863}划管理费\"",
      told: .unshowableCharacters),
    .kept("a family of emoji", "预算12表!C6", .text("👨\u{200D}👩\u{200D}👧"), as: "text \"👨\u{200D}👩\u{200D}👧\""),

    .repaired(
      "a name that was cut off", .truncatedName, ["预算03表!E13": .text("机关事业单位基本养老保险缴费")],
      to: ["预算03表!E13": #"text "机关事业单位基本养老保险缴费支出""#]),
    .kept(
      "the published name that contradicts its code", "预算03表!E10", .text("其他技术与开发支"), as: #"text "其他技术与开发支""#,
      told: .nameDiffersFromCode),
    .kept("a name of three characters", "预算03表!E9", .text("行政运"), as: #"text "行政运""#, told: .nameDiffersFromCode),
    .kept("less than half of a name", "预算03表!E13", .text("机关事业单"), as: #"text "机关事业单""#, told: .nameDiffersFromCode),
    .kept(
      "the name of another code", "预算03表!E12", .text("事业单位离退休"), as: #"text "事业单位离退休""#, told: .nameDiffersFromCode),
    .kept("a project's name that was cut off", "预算11表!B8", .text("科技研发计划"), as: #"text "科技研发计划""#),

    .repaired("a sign in LaTeX", .latexSigns, ["预算13表!H9": .text(#"\geq11"#)], to: ["预算13表!H9": #"text "≥11""#]),
    .repaired(
      "signs between dollars", .latexSigns, ["预算12表!D22": .text(#"$\leq$100%"#)], to: ["预算12表!D22": #"text "≤100%""#]),
    .repaired(
      "a product", .latexSigns, ["预算12表!E19": .text(#"预算执行率\times100%"#)], to: ["预算12表!E19": #"text "预算执行率×100%""#]),
    .repaired(
      "a sign whose backslash is doubled", .latexSigns, ["预算13表!H9": .text(#"\\geq11"#)],
      to: ["预算13表!H9": #"text "≥11""#]),
    .kept(
      "a name that a formula asks about", "预算03表!E12", .text("行政单位离 退休"), as: #"text "行政单位离 退休""#,
      with: ["预算03表!F12": .formula("SUMIF(E9:E14,\"行政单位离 退休\",G9:G14)", .number("34.06"))]),
    .kept("a path of a file", "预算12表!E19", .text(#"见 D:\lehrplan\gebiet"#), as: #"text "见 D:\lehrplan\gebiet""#),

    .repaired(
      "paragraphs of a web page", .htmlMarkup,
      ["预算12表!B4": .text("<p>一是&ldquo;三公&rdquo;下降&nbsp;5%。</p><p>二是A&amp;B。</p>")],
      to: ["预算12表!B4": "text \"一是“三公”下降 5%。\n二是A&B。\""]),
    .repaired("line breaks", .htmlMarkup, ["预算12表!B4": .text("甲<br/>乙<BR>丙")], to: ["预算12表!B4": "text \"甲\n乙\n丙\""]),
    .repaired(
      "letters in bold", .htmlMarkup, ["预算12表!C6": .text("<strong>甲</strong>乙<span style=\"color:red\">丙</span>")],
      to: ["预算12表!C6": #"text "甲乙丙""#]),
    .kept("less than five", "预算12表!E19", .text("误差<5%，>=1"), as: #"text "误差<5%，>=1""#),
    .kept("a letter in angle brackets", "预算12表!E19", .text("a<b>c"), as: #"text "a<b>c""#),
    .kept(
      "markup that was escaped twice", "预算12表!E19", .text("&lt;p&gt;甲&lt;/p&gt;"), as: #"text "&lt;p&gt;甲&lt;/p&gt;""#),
    .kept("signs that NFKC would change", "预算12表!C6", .text("①100㎡½Ⅲ（１２）"), as: #"text "①100㎡½Ⅲ（１２）""#),

    .repaired(
      "another year's label", .otherYearLabel, ["预算01表!C12": .text("七、文化体育与传媒")],
      to: ["预算01表!C12": #"text "七、文化旅游体育与传媒""#]),
    .kept(
      "a label whose number disagrees", "预算01表!C12", .text("九、文化体育与传媒"), as: #"text "九、文化体育与传媒""#, told: .labelDiffers),

    .repaired(
      "a misread sign", .misreadSign, [:], selection: RepairSelection(codes: [.misreadSign]),
      to: ["预算12表!D20": #"text "≤30%""#, "预算12表!D21": #"text "≤20%""#]),
    .kept("a misread sign that nobody named", "预算12表!D20", .text("W30%"), as: #"text "W30%""#, told: .indicatorMisread),
  ]
}
