/// What a repair does, why, and where it stops.
public struct RepairDescription: Sendable, Hashable {
  /// The words of a description in one language.
  public struct Words: Sendable, Hashable {
    /// What it is called, as `文本改为数字`.
    public var name: String
    /// Why a cell is changed, with `{name}` where a change fills in its details.
    public var reason: String
    /// What it does not touch.
    public var limits: String

    /// Creates the words.
    public init(name: String, reason: String, limits: String) {
      self.name = name
      self.reason = reason
      self.limits = limits
    }
  }

  /// How far what one of its changes says reaches.
  enum Extent: Sendable {
    /// The cell alone.
    case cell
    /// The row: its changes there belong together.
    case row
    /// The sheet: its changes there belong together.
    case sheet
  }

  /// The stable code.
  public var code: RepairCode
  /// How far it may go without being asked.
  public var repairClass: RepairClass
  /// The entries of the catalogue of mess that it answers to, as `A2` (docs/cleaning.md).
  public var mess: [String]
  /// The codes of findings that are gone once it was done; of what is never repaired, those that tell it.
  public var findings: [FindingCode]
  /// Which of its changes belong together: none is made, or taken back, without the others.
  let extent: Extent
  let chinese: Words
  let english: Words

  init(
    _ code: RepairCode, _ repairClass: RepairClass, mess: [String], findings: [FindingCode] = [],
    extent: Extent = .cell,
    chinese: Words, english: Words
  ) {
    self.code = code
    self.repairClass = repairClass
    self.mess = mess
    self.findings = findings
    self.extent = extent
    self.chinese = chinese
    self.english = english
  }

  /// Whether some of its changes belong together: none is made where one cannot be.
  var isWhole: Bool { extent != .cell }

  /// Its words in a language.
  public func words(in language: Language) -> Words { language == .chinese ? chinese : english }
}
