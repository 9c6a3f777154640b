import BudgetSheets
import Testing

/// Books with amounts and texts changed at random survive the way into a workbook and back.
@Suite struct WritingChangedBooksTests {
  /// A generator that gives the same numbers for the same seed, so that a failure can be repeated.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  static let texts = [
    "a", "=SUM(A1)", "0012", "100%", "≥11", "１２．５", "第一行\n第二行", "<p>段</p>", "“引号”与'撇'", "_x000A_", "\u{7}响铃",
    "emoji 🧾", "很长的文字，" + String(repeating: "持续优化营商环境。", count: 80), "1,234.50", "-5", "（空）", "TRUE", "2023/1/2",
  ]

  static func amount(_ generator: inout Generator) -> Amount? {
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: nil
    case 1: .zero
    case 2: Amount(fen: Int64.random(in: -90_000_000_000_000...90_000_000_000_000, using: &generator))
    case 3: Amount(fen: Int64.random(in: -999...999, using: &generator))
    default: Amount(fen: Int64.random(in: 1...9_999_999, using: &generator) * 10_000)
    }
  }

  /// Changes about a quarter of the cells that are not part of a key, a name or a label.
  static func changed(_ book: Book, set: FormSet, seed: UInt64) -> Book {
    var generator = Generator(state: seed)
    var book = book
    for form in book.forms.indices {
      guard let definition = set.form(book.forms[form].form) else { continue }
      let amounts = Set(definition.leaves.filter(\.isAmount).map(\.path))
      let free: Set<LabelPath> = definition.isBlockForm ? [["三级指标"], ["指标值"], ["指标值说明"]].mapSet : [["项目单位"]].mapSet
      for row in book.forms[form].rows.indices {
        let kind = book.forms[form].rows[row].kind
        let pane = definition.panes.first { $0.name == book.forms[form].rows[row].pane }
        let columns = pane.map { definition.leaves[$0.leaves].map(\.path) } ?? []
        for path in columns where amounts.contains(path) && Int.random(in: 0..<4, using: &generator) == 0 {
          let amount = amount(&generator)
          // A row without a label and without amounts would be no row.
          if kind == .total || kind == .continuation { continue }
          book.forms[form].rows[row].cells[path] = amount.map { FormCell(value: .amount($0)) }
        }
        for path in free.sorted(by: { "\($0)" < "\($1)" }) where kind == .detail || kind == .indicator {
          guard book.forms[form].rows[row].cells[path] != nil, let text = texts.randomElement(using: &generator) else {
            continue
          }
          book.forms[form].rows[row].cells[path]?.value = .text(text)
          if path == LabelPath(["三级指标"]) { book.forms[form].rows[row].key = "\(text)\(row)" }
        }
        // The key of an indicator is its text.
        if kind == .indicator {
          let text = "\(row)" + (texts.randomElement(using: &generator) ?? "")
          book.forms[form].rows[row].cells[LabelPath(["三级指标"])] = FormCell(value: .text(text))
          book.forms[form].rows[row].key = text
        }
      }
      for path in book.forms[form].fields.keys.sorted(by: { "\($0)" < "\($1)" }) {
        if book.forms[form].fields[path]?.value?.amount != nil {
          book.forms[form].fields[path] = amount(&generator).map { FormCell(value: .amount($0)) }
        } else if let text = texts.randomElement(using: &generator) {
          book.forms[form].fields[path]?.value = .text(text)
        }
      }
    }
    return book
  }

  @Test(arguments: ["laocheng-2023", "invented-2023"], [1, 2, 3] as [UInt64])
  func changedBooksLoseNothing(name: String, part: UInt64) throws {
    let set = try WritingRoundTripTests.set.get()
    let original = try SubmissionsTests.load(name).book
    for seed in part * 1000..<part * 1000 + 8 {
      let book = Self.changed(original, set: set, seed: seed)
      let losses = try WritingRoundTripTests.losses(of: book)
      #expect(losses == [], "seed \(seed)")
    }
  }
}

extension [[String]] {
  fileprivate var mapSet: Set<LabelPath> { Set(map { LabelPath($0) }) }
}
