public import XlsxPackage

/// One thing to say about a budget: what, where, and what to do.
public struct Finding: Sendable, Hashable {
  /// How much it matters.
  public enum Level: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Must be corrected (错误).
    case error
    /// Must be corrected or explained (需说明).
    case warning
    /// For information (提示).
    case info

    private var gravity: Int {
      switch self {
      case .error: 0
      case .warning: 1
      case .info: 2
      }
    }

    /// The gravest first.
    public static func < (first: Level, second: Level) -> Bool {
      first.gravity < second.gravity
    }
  }

  /// What is said; stable, and never used for anything else.
  public var code: FindingCode
  /// The number of the form; nil where it is not about one.
  public var form: String?
  /// The sheet as the submitter named it.
  public var sheet: String?
  /// The cell.
  public var cell: CellReference?
  /// The label path of the column, row or field.
  public var path: LabelPath?
  /// The row that it is about.
  public var row: RowName?
  /// The words to fill into the message.
  public var arguments: [String: String]
  /// What a rule found; nil where no rule with figures is behind it.
  public var judgement: Judgement?
  /// What the submitter wrote about it in the list of the returned workbook (说明).
  public var explanation: String?
  /// Which sentence tells it.
  let sentence: FindingSentence
  /// How much it matters.
  public let level: Level

  /// Creates a finding.
  ///
  /// - Parameter level: How much it matters, where that is not what its code says.
  public init(
    _ code: FindingCode, form: String? = nil, sheet: String? = nil, cell: CellReference? = nil,
    path: LabelPath? = nil, _ arguments: [String: String] = [:], level: Level? = nil
  ) {
    self.code = code
    self.form = form
    self.sheet = sheet
    self.cell = cell
    self.path = path
    self.arguments = arguments
    sentence = code.sentence ?? .ruleFailed
    self.level = level ?? code.level
  }

  /// Creates the finding of a rule.
  init(
    rule code: FindingCode, level: Level, _ sentence: FindingSentence, at place: Place,
    _ arguments: [String: String] = [:], judgement: Judgement? = nil
  ) {
    self.code = code
    form = place.form
    sheet = place.sheet
    cell = place.cell
    path = place.path
    row = place.row
    self.arguments = arguments
    self.judgement = judgement
    self.sentence = sentence
    self.level = level
  }

  /// The sentence that tells it, without the place.
  public func message(in language: Language) -> String {
    sentence.text(in: language, filledWith: words(in: language))
  }

  /// Where it is about.
  public var location: Place { Place(form: form, sheet: sheet, cell: cell, row: row, path: path) }

  /// The place, as `预算03表!G10 行政运行·基本支出/小计`.
  public var place: String { location.description }

  /// The whole line: place, sentence.
  public func line(in language: Language) -> String {
    let sentence = message(in: language)
    return place.isEmpty ? sentence : place + (language == .chinese ? "：" : ": ") + sentence
  }
}
