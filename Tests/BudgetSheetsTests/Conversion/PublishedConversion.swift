import BudgetSheets
import Foundation
import Testing

/// The published budget of 2021 carried over into the forms of 2023, and where each of its cells belongs there.
enum PublishedConversion {
  /// A cell of the workbook of 2021 with its true value.
  typealias Cell = Submission.Cell

  private struct Expected: Decodable {
    var cells: [Cell]
  }

  static func set(_ name: String) throws -> FormSet { try TemplateLibrary.embedded.set(named: name) }

  static func book(_ name: String = "gongxin-2021") throws -> Book {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "xlsx", subdirectory: "Fixtures/submissions-2021"))
    return try BookReader(sets: [set("luoyang-2021")]).read(path: url.path)
  }

  static func converter() throws -> BookConverter {
    try BookConverter(from: set("luoyang-2021"), to: set("luoyang-2023"))
  }

  static func conversion(_ name: String = "gongxin-2021") throws -> BookConversion {
    try converter().convert(book(name))
  }

  /// How many cells have a place in the forms of 2023, and what is wrong with those of a book.
  static func faults(in book: Book, withBlanks: Bool = true) throws -> (compared: Int, faults: [String]) {
    var (compared, faults): (Int, [String]) = (0, [])
    for cell in try cells() {
      guard let found = found(cell, in: book), withBlanks || cell.value != nil else { continue }
      compared += 1
      let isRight =
        cell.amount == true
        ? found?.value?.amount == cell.value.flatMap { Amount(decimal: $0, unit: .万元) }
        : found?.value?.text == cell.stated
      if !isRight { faults.append("\(cell): \(String(describing: found))") }
    }
    return (compared, faults)
  }

  /// The true cells, those of a row by its number.
  static func cells() throws -> [Cell] {
    let url = try #require(
      Bundle.module.url(
        forResource: "gongxin-2021.expected", withExtension: "json", subdirectory: "Fixtures/submissions-2021"))
    return try JSONDecoder().decode(Expected.self, from: Data(contentsOf: url)).cells
  }

  // MARK: Where each cell belongs, written by hand

  /// The incomes of 表四, from the first row: which row of 预算04表 takes them over; none where 2023 has no such row.
  static let incomes: [Int: String] = [
    0: "一、本年收入/（一）一般公共预算拨款", 1: "一、本年收入/（一）一般公共预算拨款/其中：财政拨款",
    6: "一、本年收入/（二）政府性基金预算拨款", 7: "一、本年收入/（三）国有资本经营预算拨款", 28: "收入合计",
  ]

  /// The spendings of 表四, from the first row.
  static let spendings: [Int: String] = [
    0: "（一）一般公共服务支出", 1: "（二）外交支出", 2: "（三）国防支出", 3: "（四）公共安全支出", 4: "（五）教育支出",
    5: "（六）科学技术支出", 6: "（七）文化体育旅游与传媒支出", 7: "（八）社会保障和就业支出", 8: "（九）社会保险基金支出",
    9: "（十）卫生健康支出", 10: "（十一）节能环保支出", 11: "（十二）城乡社区事务支出", 12: "（十三）农林水事务支出",
    13: "（十四）交通运输支出", 14: "（十五）资源勘探信息等支出", 15: "（十六）商业服务业等支出", 16: "（十七）金融支出",
    17: "（十九）援助其他地区支出", 18: "（二十）自然资源海洋气象等支出", 19: "（二十一）住房保障支出",
    20: "（二十二）粮油物资储备支出", 21: "（二十三）国有资本经营预算", 22: "（二十七）预备费", 23: "（二十九）其他支出",
    24: "（三十）转移性支出", 25: "（三十一）债务还本支出", 26: "（三十二）债务付息支出", 27: "（三十三）债务发行费用支出",
  ]

  /// The columns of the spendings.
  static let spendingColumns: [String: LabelPath] = [
    "支出/合计": ["支出", "合计"], "支出/本年支出小计/一般公共预算/小计": ["支出", "一般公共预算", "小计"],
    "支出/本年支出小计/一般公共预算/财政拨款": ["支出", "一般公共预算", "其中：财政拨款"],
    "支出/政府性基金预算": ["支出", "政府性基金"], "支出/国有资本经营预算": ["支出", "国有资本经营预算"],
  ]

  /// The rows of 表七: the columns of 预算08表.
  static let threePublic: [Int: LabelPath] = [
    0: ["“三公”经费合计"], 1: ["因公出国（境）费"], 2: ["公务接待费"], 3: ["公务用车购置及运行费", "小计"],
    4: ["公务用车购置及运行费", "公务用车运行费"], 5: ["公务用车购置及运行费", "公务用车购置费"],
  ]

  /// The fields of 表十.
  static let fields: [String: LabelPath] = [
    "部门（单位）名称": ["部门（单位）名称"], "年度履职目标": ["年度履职目标"],
    "预算情况/部门预算总额(万元)": ["预算情况", "部门预算总额（万元）"],
    "预算情况/资金来源/(1) 财政性资金": ["预算情况", "资金来源", "（1）政府预算资金"],
    "预算情况/资金结构/(1) 基本支出": ["预算情况", "资金结构", "（1）基本支出"],
    "预算情况/资金结构/(2) 项目支出": ["预算情况", "资金结构", "（2）项目支出"],
  ]

  /// The columns of 表十一.
  static let projectColumns: [String: LabelPath] = [
    "单位编码(项目编码)": ["单位编码（项目编码）"], "项目单位(项目名称)": ["项目单位（项目名称）"],
    "项目金额(万元)/资金总额": ["项目金额（万元）", "资金总额"],
    "项目金额(万元)/财政性资金": ["项目金额（万元）", "政府预算资金"],
    "绩效目标/产出指标/三级指标": ["绩效目标", "产出指标", "三级指标"],
    "绩效目标/产出指标/指标值": ["绩效目标", "产出指标", "指标值"],
    "绩效目标/效益指标/三级指标": ["绩效目标", "效益指标", "三级指标"],
    "绩效目标/效益指标/指标值": ["绩效目标", "效益指标", "指标值"],
    "绩效目标/满意度指标/三级指标": ["绩效目标", "满意度指标", "三级指标"],
    "绩效目标/满意度指标/指标值": ["绩效目标", "满意度指标", "指标值"],
  ]

  /// What a converted book says where a cell of 2021 belongs: nil for a cell that 2023 has no place for.
  static func found(_ cell: Cell, in book: Book) -> FormCell?? {
    switch cell.form {
    case 4: return balance(cell, in: book)
    case 7:
      guard cell.amount == true, let row = cell.row, let column = threePublic[row] else { return nil }
      return .some(book.form("08")?.rows.first?.cells[column])
    case 10:
      if let block = cell.block {
        if let item = cell.item, let path = LabelPath(text: block) {
          return .some(book.form("12")?.fields[item == 0 ? path : path.parent.appending("\(path.leaf)#\(item + 1)")])
        }
        return fields[block].map { .some(book.form("12")?.fields[$0]) } ?? nil
      }
      guard let column = cell.column, let row = cell.row, !["指标值类型", "指标值", "度量单位"].contains(column) else {
        return nil
      }
      return .some(book.form("12")?.rows[row].cells[[column]])
    default:
      // The total row, which 2021 does not have, comes first.
      guard let row = cell.row, let column = cell.column.flatMap({ projectColumns[$0] }) else { return nil }
      return .some(book.form("13")?.rows[row + 1].cells[column])
    }
  }

  private static func balance(_ cell: Cell, in book: Book) -> FormCell?? {
    guard let row = cell.row, let column = cell.column else { return nil }
    func value(_ pane: String, _ key: String, _ path: LabelPath) -> FormCell? {
      book.form("04")?.rows.first { $0.pane == pane && $0.key == key }?.cells[path]
    }
    if column == "收入/金额" { return incomes[row].map { .some(value("收入", $0, ["收入", "金额"])) } ?? nil }
    guard let path = spendingColumns[column] else { return nil }
    let key = row == 28 ? "支出合计" : spendings[row].map { "一、本年支出/" + $0 }
    return key.map { .some(value("支出", $0, path)) } ?? nil
  }
}

extension Submission.Cell {
  /// What stands in the cell: the truth of a text keeps some commands of its source.
  var stated: String? { written ?? value }
}
