public import XlsxPackage

/// What a draft cannot tell from blank forms, and somebody who knows them has to look at.
public struct DraftQuestion: Sendable, Hashable {
  /// The number of the form; empty for the whole set.
  public var form: String
  /// The sheet of the form; empty for the whole set.
  public var sheet: String
  /// The cell; nil where none is meant.
  public var cell: CellReference?
  /// What it is about.
  public var topic: Topic

  /// What a question may be about.
  public enum Topic: Sendable, Hashable {
    /// Nothing says whether amounts stand in a column; it was taken for one, or for text.
    case columnKind(String, isAmount: Bool)
    /// A column without a heading.
    case headingMissing
    /// Two columns of one heading, which cannot be told apart.
    case columnTwice(String)
    /// A heading over two columns, of which only one was taken.
    case headingWide(String)
    /// A column that stands beside panes, where none can.
    case columnLeftOut(String)
    /// A formula that is no plain sum.
    case formula(String)
    /// Formulas of one column or row that say different things.
    case formulasDiffer(String)
    /// A sum that also adds a part (其中) of what it adds.
    case sumTakesPart(String)
    /// Rows that are put below another by their numbers, though no sum says so.
    case rowNested(String)
    /// A printed row that stands twice, and was left out.
    case rowTwice(String)
    /// Rows of departments and units that the form does not print, though their codes have a column.
    case levelsAssumed(department: Int?, unit: Int?)
    /// A total row that the form does not print, and that may be there once it is filled in.
    case totalAssumed
    /// Rows of details told by codes, above which there may be rows of subtotals.
    case subtotalsUnknown
    /// Codes of departments or units of unusual length.
    case codeLength(String)
    /// Nothing tells one row from another.
    case keyMissing
    /// Sheets state different units.
    case unitsDiffer([String])
    /// No title names a year.
    case yearMissing
    /// No line looks like a title; the sheet's name was taken.
    case titleMissing
    /// A word before a colon that may mean the department.
    case departmentWord(String)
    /// Amounts are filled in already.
    case amountsFilled(Int)
    /// Something was left out, since it is larger than definitions may be.
    case tooMuch
    /// Panes side by side that have no headings of their own, with the names they were given.
    case panesUnheaded([String])
    /// A column of a year that is neither the form's own nor the one before, and was left out.
    case yearOther(String)
    /// A column that only numbers printed rows, and was left out.
    case numbersLeftOut(String)
    /// Another form below the first one in the same sheet, of which nothing was drafted.
    case severalForms
    /// Formulas of which nothing was made, how many and the first of them.
    case formulasLeftOut(Int, String)
    /// The finished draft does not know the form in its own workbook.
    case formNotRead
    /// The finished draft reads its own workbook with a finding that something is missing.
    case notRead(String, english: String)
    /// The finished draft leaves cells of its own workbook outside, how many and the first text.
    case cellsNotRead(Int, String)
    /// A form was left out, since its definition would be wrong.
    case formLeftOut(DefinitionError)
  }
}

extension DraftQuestion {
  /// One line for people: form, cell, and what to look at.
  public func line(in language: Language) -> String {
    var place = sheet
    if let cell { place += (place.isEmpty ? "" : "!") + "\(cell)" }
    let text = topic.sentence
    let sentence = language == .chinese ? text.chinese : text.english
    let start = [form, place].filter { !$0.isEmpty }.joined(separator: " ")
    return start.isEmpty ? sentence : start + (language == .chinese ? "：" : ": ") + sentence
  }

  /// What stands in the definition beside what it is about.
  var remark: String { "请核对：" + topic.sentence.chinese }
}

extension DraftQuestion.Topic {
  var sentence: (chinese: String, english: String) {
    switch self {
    case .columnKind(let label, let isAmount):
      (
        "“\(label)”\(isAmount ? "按金额" : "按文字")处理，表中看不出是文字还是金额",
        "“\(label)” is taken for \(isAmount ? "amounts" : "text"); nothing in the form says which"
      )
    case .headingMissing: ("这一栏没有栏名，已略去", "the column has no heading, and was left out")
    case .columnTwice(let label):
      (
        "有两栏都叫“\(label)”，无法区分，已略去后一栏",
        "two columns are called “\(label)” and cannot be told apart; the second was left out"
      )
    case .headingWide(let label):
      ("“\(label)”占了不止一栏，只取了一栏", "“\(label)” stands over more than one column; only one was taken")
    case .columnLeftOut(let label):
      ("“\(label)”在左右两半之外，已略去", "“\(label)” stands beside the panes, and was left out")
    case .formula(let formula):
      ("公式不是简单的合计：\(Self.clipped(formula))", "the formula is no plain sum: \(Self.clipped(formula))")
    case .formulasDiffer(let label):
      ("“\(label)”各格的公式不一致，取了最多的一种", "the formulas of “\(label)” differ; the most frequent one was taken")
    case .sumTakesPart(let label):
      ("“\(label)”的公式把其中项也加了进去，没有采用", "the formula of “\(label)” also adds a part of what it adds, and was not taken")
    case .rowNested(let label):
      ("“\(label)”只按编号归入上一级，没有公式印证", "“\(label)” was put below another row by its number alone")
    case .rowTwice(let label):
      (
        "“\(label)”一行出现两次，无法区分，已略去后一行",
        "the row “\(label)” stands twice and cannot be told apart; the second was left out"
      )
    case .levelsAssumed(let department, let unit):
      (
        "部门行、单位行是推断的（"
          + [department.map { "部门 \($0) 位" }, unit.map { "单位 \($0) 位" }].compactMap(\.self).joined(separator: "、")
          + "编码）",
        "rows are assumed: "
          + [department.map { "departments (\($0) digits)" }, unit.map { "units (\($0) digits)" }].compactMap(\.self)
          .joined(separator: ", ")
      )
    case .totalAssumed: ("空白表没有合计行；填报时如有合计行，按合计读取", "no total row is printed; one that is filled in is read as a total")
    case .subtotalsUnknown:
      (
        "明细之上如有按编码分级的小计行（类、款），须添上相应的级次，否则会重复计入合计",
        "where rows of subtotals by code stand above the details, add their levels, or they are added twice"
      )
    case .codeLength(let code):
      ("编码“\(Self.clipped(code))”的位数不是常见的 3 位或 6 位", "the code “\(Self.clipped(code))” has neither 3 nor 6 digits")
    case .keyMissing: ("没有能区分各行的编码或名称栏", "no column of codes or names tells one row from another")
    case .unitsDiffer(let units):
      (
        "各表的金额单位不一致（\(units.joined(separator: "、"))），取了最多的一种",
        "sheets state different units (\(units.joined(separator: ", "))); the most frequent one was taken"
      )
    case .yearMissing: ("标题中没有年度", "no title names a year")
    case .titleMissing: ("没有找到标题，用了工作表名", "there is no title; the sheet's name was taken")
    case .departmentWord(let word): ("“\(word)”是否指填报部门", "whether “\(word)” means the department")
    case .amountsFilled(let count):
      (
        "表中已填有 \(count) 个金额，不是空白表；照样起草",
        "\(count) amounts are filled in; these are no blank forms, and were drafted all the same"
      )
    case .tooMuch: ("内容过多，有一部分没有采用", "there is too much; a part was not taken")
    case .panesUnheaded(let names):
      (
        "左右各半没有自己的栏名，按\(names.map { "“\($0)”" }.joined())起草；发出的表会在上面加印这一行",
        "the halves side by side have no headings of their own; they are called \(names.joined(separator: ", ")), and printed with that line"
      )
    case .yearOther(let label):
      ("“\(label)”写的不是本年或上年，已略去", "“\(label)” is of neither this year nor the last, and was left out")
    case .numbersLeftOut(let label):
      ("“\(label)”只是行号，已略去，读取时列入表外", "“\(label)” only numbers the rows, and was left out")
    case .severalForms:
      (
        "这里又是一张表的标题或栏名，以下没有起草；一张工作表只能有一张表，请分成两张工作表后重新起草",
        "another form begins here, and was not drafted; put each form in a sheet of its own and draft again"
      )
    case .formulasLeftOut(let count, let formula):
      (
        "有 \(count) 个公式没有采用，第一个是 \(Self.clipped(formula))",
        "\(count) formulas were not taken, the first \(Self.clipped(formula))"
      )
    case .formNotRead:
      ("起草的表样认不出这张表本身，请改好后再用", "the draft does not know its own form here; mend it before use")
    case .notRead(let chinese, let english):
      ("用起草的表样回读空白表：\(Self.clipped(chinese))", "reading the blank form with the draft: \(Self.clipped(english))")
    case .cellsNotRead(let count, let text):
      (
        "用起草的表样回读空白表，有 \(count) 格没有读入，第一个是“\(Self.clipped(text))”",
        "reading the blank form with the draft leaves \(count) cells out, the first “\(Self.clipped(text))”"
      )
    case .formLeftOut(let error):
      (
        "这张表无法写成表样，已略去（\(error.line(in: .chinese))）",
        "the form cannot be written as a definition, and was left out (\(error.line(in: .english)))"
      )
    }
  }

  /// A text of the workbook as a message repeats it.
  private static func clipped(_ text: String) -> String {
    let plain = text.unicodeScalars.prefix(91).map { $0.properties.generalCategory == .control ? " " : String($0) }
    return plain.prefix(90).joined() + (plain.count > 90 ? "…" : "")
  }
}
