@testable import BudgetSheets

/// The rules between the forms, with one instance of each of their comparisons.
extension RuleCase {
  static let betweenForms: [RuleCase] =
    revenue + classes + appropriation + details + basic + economic + projects + performance + carryOver + customs + weak

  /// The lines of revenue of form 01 with the columns of form 02 and of form 07.
  private static let sources: [(line: String, column02: String, column07: String)] = [
    ("一、一般公共预算", "一般公共预算/小计", "一般公共预算/小计"),
    ("二、政府性基金预算拨款收入", "政府性基金", "政府性基金"),
    ("三、国有资本经营预算拨款收入", "国有资本经营预算", "国有资本经营预算"),
    ("四、财政专户管理资金收入", "财政专户管理资金收入", "财政专户管理资金收入"),
    ("五、事业收入", "事业收入", "事业收入"),
    ("六、事业单位经营收入", "事业单位经营收入", "事业单位经营收入"),
    ("七、上级补助收入", "上级补助收入", "上级补助收入"),
    ("八、附属单位上缴收入", "附属单位上缴收入", "附属单位上缴收入"),
    ("九、其他收入", "其他收入", "其他收入"),
  ]

  private static let revenue =
    [
      RuleCase("X01", ["01|收入总计|收入/金额"], equals: ["02|:total|总计"], change: "02|:total|总计"),
      RuleCase("X02", ["01|本年收入合计|收入/金额"], equals: ["02|:total|本年收入/合计"], change: "01|本年收入合计|收入/金额"),
      RuleCase(
        "X03b", ["01|一、一般公共预算/其中：财政拨款|收入/金额"], equals: ["02|:total|本年收入/一般公共预算/其中：财政拨款"],
        change: "02|:total|本年收入/一般公共预算/其中：财政拨款", by: "-1.00"),
      RuleCase("X04", ["01|上年结转结余|收入/金额"], equals: ["02|:total|上年结转结余/合计"], change: "02|:total|上年结转结余/合计"),
    ]
    + sources.map {
      RuleCase(
        "X03", ["01|\($0.line)|收入/金额"], equals: ["02|:total|本年收入/\($0.column02)"],
        change: "02|:total|本年收入/\($0.column02)")
    }

  private static let classes = [
    RuleCase("X05", ["01|本年支出合计|支出/金额"], equals: ["03|:total|合计"], change: "03|:total|合计"),
    RuleCase("X06", ["01|六、科学技术|支出/金额"], equals: ["03|206/**|合计"], change: "03|206/07/02|合计"),
    RuleCase("X06", ["01|九、社会保险基金支出|支出/金额"], equals: [], change: "01|九、社会保险基金支出|支出/金额"),
    RuleCase("X07", ["01|本年支出合计|支出/金额"], equals: ["07|:total|总计"], change: "07|:total|总计"),
  ]

  private static let appropriation =
    [
      ("一、一般公共预算", "（一）一般公共预算拨款"), ("二、政府性基金预算拨款收入", "（二）政府性基金预算拨款"),
      ("三、国有资本经营预算拨款收入", "（三）国有资本经营预算拨款"),
    ].map {
      RuleCase("X08", ["01|\($0)|收入/金额"], equals: ["04|一、本年收入/\($1)|收入/金额"], change: "04|一、本年收入/\($1)|收入/金额")
    } + [
      RuleCase(
        "X08b", ["01|一、一般公共预算/其中：财政拨款|收入/金额"], equals: ["04|一、本年收入/（一）一般公共预算拨款/其中：财政拨款|收入/金额"],
        change: "04|一、本年收入/（一）一般公共预算拨款/其中：财政拨款|收入/金额", by: "-1.00"),
      RuleCase(
        "X09", ["04|二、上年结转|收入/金额"],
        equals: ["一般公共预算", "政府性基金", "国有资本经营预算"].map { "02|:total|上年结转结余/\($0)" }, change: "02|:total|上年结转结余/政府性基金"),
      RuleCase(
        "X10", ["04|一、本年支出/（六）科学技术支出|支出/合计"], equals: ["01|六、科学技术|支出/金额"], change: "04|一、本年支出/（六）科学技术支出|支出/合计",
        by: "-45.00"),
      RuleCase("X11", ["04|二、年终结转结余|支出/合计"], equals: ["01|年终结转结余|支出/金额"], change: "04|二、年终结转结余|支出/合计"),
      RuleCase("X11b", ["04|一、本年支出|支出/合计"], equals: ["01|本年支出合计|支出/金额"], change: "04|一、本年支出|支出/合计"),
      RuleCase("X12", ["04|一、本年支出|支出/一般公共预算/小计"], equals: ["05|:total|合计"], change: "04|一、本年支出|支出/一般公共预算/小计"),
      RuleCase("X12b", ["04|支出合计|支出/一般公共预算/小计"], equals: ["05|:total|合计"], change: "05|:total|合计"),
      RuleCase(
        "X12c", ["04|一、本年支出/（八）社会保障和就业支出|支出/一般公共预算/小计"], equals: ["05|208/**|合计"], change: "05|208/05/01|合计"),
    ]

  private static let details = [
    RuleCase(
      "X13", ["05|:total|合计", "09|:total|合计", "10|:total|合计"], equals: ["03|:total|合计"], change: "09|:total|合计"),
    RuleCase(
      "X14", ["05|206/01/01|基本支出/小计"], equals: ["03|206/01/01|基本支出/小计"], change: "05|206/01/01|基本支出/小计"),
    RuleCase(
      "X14", ["05|221/02/01|项目支出/特定目标类"], equals: ["03|221/02/01|项目支出/特定目标类"], change: "03|221/02/01|项目支出/特定目标类"),
  ]

  private static let basic =
    [
      RuleCase(
        "X15", ["06|:total|本年一般公共预算基本支出/合计"], equals: ["05|:total|基本支出/小计"], change: "06|:total|本年一般公共预算基本支出/合计"),
      RuleCase(
        "X15b", ["06|:total|本年一般公共预算基本支出/人员经费"],
        equals: ["05|:total|基本支出/人员经费/工资福利支出", "05|:total|基本支出/人员经费/对个人和家庭的补助"], change: "05|:total|基本支出/人员经费/对个人和家庭的补助"
      ),
      RuleCase(
        "X15c", ["06|:total|本年一般公共预算基本支出/公用经费"],
        equals: ["05|:total|基本支出/公用经费/商品和服务支出", "05|:total|基本支出/公用经费/资本性支出"], change: "05|:total|基本支出/公用经费/资本性支出"),
    ]
    + [
      ("301", "人员经费/工资福利支出"), ("303", "人员经费/对个人和家庭的补助"), ("302", "公用经费/商品和服务支出"), ("310", "公用经费/资本性支出"),
    ].map {
      RuleCase(
        "X16", in: .invented(0), ["06|\($0)**|本年一般公共预算基本支出/合计"], equals: ["05|:total|基本支出/\($1)"],
        change: "05|:total|基本支出/\($1)")
    }

  private static let economic =
    [
      RuleCase(
        "X17", ["06|30102|本年一般公共预算基本支出/合计", "06|30102#2|本年一般公共预算基本支出/合计"], atMost: ["07|301/02/**|总计"],
        change: "06|30102#2|本年一般公共预算基本支出/合计"),
      RuleCase(
        "X17b", ["06|30102|本年一般公共预算基本支出/合计", "06|30102#2|本年一般公共预算基本支出/合计"], atMost: ["07|301/02/501/01|总计"],
        change: "06|30102|本年一般公共预算基本支出/合计"),
      RuleCase(
        "X18", ["07|:total|总计", "-06|:total|本年一般公共预算基本支出/合计"], equals: ["03|:total|项目支出/小计"], change: "07|:total|总计",
        level: .warning),
      RuleCase(
        "X18b", ["07|:detail|总计", "-06|:detail|本年一般公共预算基本支出/合计"], equals: ["11|:total|合计"],
        change: "07|312/99/507/99|总计", level: .warning),
      RuleCase("X19", ["07|:total|一般公共预算/小计"], equals: ["01|一、一般公共预算|收入/金额"], change: "07|:total|一般公共预算/小计"),
      RuleCase(
        "X19b", ["07|:total|一般公共预算/其中：财政拨款"], equals: ["01|一、一般公共预算/其中：财政拨款|收入/金额"],
        change: "07|:total|一般公共预算/其中：财政拨款", by: "-1.00"),
      RuleCase("X19c", ["07|:total|上年结转结余"], equals: ["01|上年结转结余|收入/金额"], change: "07|:total|上年结转结余"),
    ]
    + sources.dropFirst().map {
      RuleCase(
        "X19d", ["07|:total|\($0.column07)"], equals: ["01|\($0.line)|收入/金额"], change: "07|:total|\($0.column07)")
    }
    + [
      ("因公出国（境）费", "302/12/**"), ("公务用车购置及运行费/公务用车购置费", "310/13/**"), ("公务用车购置及运行费/公务用车运行费", "302/31/**"),
      ("公务接待费", "302/17/**"),
    ].map {
      RuleCase(
        "X20", in: .invented(0), ["08|:detail|\($0)"], equals: ["07|\($1)|一般公共预算/小计"], change: "08|:detail|\($0)",
        level: .warning)
    }

  private static let projects =
    [
      RuleCase("X21", ["03|:total|项目支出/小计"], equals: ["11|:total|合计"], change: "11|:total|合计"),
      RuleCase(
        "X21b", in: .invented(0), ["03|:total|项目支出/其他运转类"], equals: ["11|图书购置专项经费|合计", "11|文物保护补助资金|合计"],
        change: "11|文物保护补助资金|合计"),
      RuleCase(
        "X21b", in: .invented(0), ["03|:total|项目支出/特定目标类"],
        equals: ["11|公共文化服务体系建设经费|合计", "11|古籍修复项目|合计", "11|文化场馆免费开放补助|合计"], change: "03|:total|项目支出/特定目标类"),
      RuleCase(
        "X22", ["11|支持中小企业发展服务经费|合计"], equals: ["13|41030223000000009621|项目金额（万元）/资金总额"],
        change: "13|41030223000000009621|项目金额（万元）/资金总额"),
      // The names differ in a blank alone: 4号 2022 in form 11, 4号2022 in form 13.
      RuleCase(
        "X22", ["11|洛财投（2022）4号 2022 省级企业研发财政补助专项资金|合计"], equals: ["13|41030222000000053601|项目金额（万元）/资金总额"],
        change: "11|洛财投（2022）4号 2022 省级企业研发财政补助专项资金|合计"),
      RuleCase(
        "X23",
        ["本年拨款", "财政拨款结转结余"].flatMap { heading in
          ["一般公共预算", "政府性基金预算", "国有资本经营预算"].map { "11|区科普专项经费|\(heading)/\($0)" }
        }, equals: ["13|41030223000000009618|项目金额（万元）/政府预算资金"], change: "11|区科普专项经费|财政拨款结转结余/国有资本经营预算"),
      RuleCase("X22t", ["11|:total|合计"], equals: ["13|:total|项目金额（万元）/资金总额"], change: "13|:total|项目金额（万元）/资金总额"),
    ]
    + ["财政专户管理资金", "单位资金"].map {
      RuleCase(
        "X23b", ["11|区科普专项经费|\($0)"], equals: ["13|41030223000000009618|项目金额（万元）/\($0)"], change: "11|区科普专项经费|\($0)")
    }

  private static let performance = [
    RuleCase("X24", ["12||预算情况/部门预算总额（万元）"], equals: ["01|收入总计|收入/金额"], change: "12||预算情况/部门预算总额（万元）"),
    RuleCase("X24b", ["12||预算情况/资金结构/（1）基本支出"], equals: ["03|:total|基本支出/小计"], change: "12||预算情况/资金结构/（1）基本支出"),
    RuleCase("X24c", ["12||预算情况/资金结构/（2）项目支出"], equals: ["03|:total|项目支出/小计"], change: "12||预算情况/资金结构/（2）项目支出"),
    RuleCase("X24d", ["12||预算情况/资金来源/（1）政府预算资金"], equals: ["04|收入合计|收入/金额"], change: "04|收入合计|收入/金额"),
  ]

  private static let carryOver =
    [("一般公共预算", "一般公共预算"), ("政府性基金预算", "政府性基金"), ("国有资本经营预算", "国有资本经营预算")].map {
      RuleCase(
        "X25", ["11|:total|财政拨款结转结余/\($0)"], atMost: ["02|:total|上年结转结余/\($1)"],
        change: "11|:total|财政拨款结转结余/\($0)")
    } + [
      RuleCase(
        "X25b", ["一般公共预算", "政府性基金预算", "国有资本经营预算"].map { "11|:total|财政拨款结转结余/\($0)" },
        equals: ["一般公共预算", "政府性基金", "国有资本经营预算"].map { "02|:total|上年结转结余/\($0)" },
        change: "11|:total|财政拨款结转结余/一般公共预算", by: "-1.00", level: .warning),
      RuleCase(
        "X28", ["11|:total|本年拨款/一般公共预算"], atMost: ["01|一、一般公共预算|收入/金额"], change: "11|:total|本年拨款/一般公共预算",
        by: "300.00"),
      RuleCase(
        "X29", ["01|一、一般公共预算|收入/金额"], equals: ["03|:total|基本支出/小计", "11|:total|本年拨款/一般公共预算"],
        change: "11|:total|本年拨款/一般公共预算", level: .warning),
    ]

  private static let customs = [
    RuleCase("X27a", ["03|208/05/05|合计"], equals: ["07|301/08/**|总计"], change: "03|208/05/05|合计", level: .warning),
    RuleCase(
      "X27c", in: .invented(0), ["03|210/11/**|合计"], equals: ["07|301/10/**|总计"], change: "03|210/11/02#2|合计",
      level: .warning),
    RuleCase("X27d", ["03|221/02/01|合计"], equals: ["07|301/13/**|总计"], change: "07|301/13/501/03|总计", level: .warning),
  ]

  /// Where a department has money beside the fiscal one, the parts that are told of fiscal money are at most the whole.
  private static let weak = [
    RuleCase(
      "X10", in: .invented(0), ["04|一、本年支出/（七）文化体育旅游与传媒支出|支出/合计"], atMost: ["01|七、文化旅游体育与传媒|支出/金额"],
      change: "04|一、本年支出/（七）文化体育旅游与传媒支出|支出/合计", by: "500.00"),
    RuleCase(
      "X11b", in: .invented(0), ["04|一、本年支出|支出/合计"], atMost: ["01|本年支出合计|支出/金额"], change: "04|一、本年支出|支出/合计",
      by: "500.00"),
    RuleCase(
      "X13", in: .invented(0), ["05|:total|合计", "09|:total|合计", "10|:total|合计"], atMost: ["03|:total|合计"],
      change: "05|:total|合计", by: "500.00"),
    RuleCase(
      "X14", in: .invented(0), ["05|207/01/04|基本支出/人员经费/工资福利支出"], atMost: ["03|207/01/04|基本支出/人员经费/工资福利支出"],
      change: "05|207/01/04|基本支出/人员经费/工资福利支出", by: "50.00"),
  ]
}
