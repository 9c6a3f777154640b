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
  /// The words to fill into the message.
  public var arguments: [String: String]

  /// Creates a finding.
  public init(
    _ code: FindingCode, form: String? = nil, sheet: String? = nil, cell: CellReference? = nil,
    path: LabelPath? = nil, _ arguments: [String: String] = [:]
  ) {
    self.code = code
    self.form = form
    self.sheet = sheet
    self.cell = cell
    self.path = path
    self.arguments = arguments
  }

  /// How much it matters.
  public var level: Level { code.level }

  /// The sentence that tells it, without the place.
  public func message(in language: Language) -> String {
    code.message(in: language, filledWith: arguments)
  }

  /// The place, as `预算03表!G10 基本支出/小计`.
  public var place: String {
    var place = sheet ?? ""
    if let cell { place += place.isEmpty ? "\(cell)" : "!\(cell)" }
    if let path { place += place.isEmpty ? "\(path)" : " \(path)" }
    return place
  }

  /// The whole line: place, sentence.
  public func line(in language: Language) -> String {
    let sentence = message(in: language)
    return place.isEmpty ? sentence : place + (language == .chinese ? "：" : ": ") + sentence
  }
}
