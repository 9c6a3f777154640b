/// Which repairs are to be done.
public struct RepairSelection: Sendable, Hashable {
  /// The codes of the repairs.
  public var codes: Set<RepairCode>

  /// Creates a selection; what is never repaired is left out.
  public init(codes: Set<RepairCode>) {
    self.codes = codes.filter { Cleaner.description(of: $0).repairClass != .never }
  }

  /// The safe ones alone.
  public static var safe: RepairSelection { classes([.safe]) }
  /// The safe ones and those that are noted. Suggestions are never among all: each has to be named.
  public static var all: RepairSelection { classes([.safe, .noted]) }

  private static func classes(_ classes: Set<RepairClass>) -> RepairSelection {
    RepairSelection(codes: Set(Cleaner.repairs.filter { classes.contains($0.repairClass) }.map(\.code)))
  }

  /// Reads `safe`, `all` or codes, also together, separated by commas: `all,Q15`.
  ///
  /// - Throws: A ``Fault`` for a word that is none of them, and for what is never repaired.
  public init(_ text: String) throws(Fault) {
    codes = []
    for word in text.split(whereSeparator: { $0 == "," || $0 == "，" || $0.isWhitespace }).map(String.init) {
      switch word.lowercased() {
      case "safe": codes.formUnion(Self.safe.codes)
      case "all": codes.formUnion(Self.all.codes)
      default:
        guard let code = RepairCode(rawValue: word.uppercased()) else { throw .unknown(word) }
        if Cleaner.description(of: code).repairClass == .never { throw .never(code) }
        codes.insert(code)
      }
    }
    if codes.isEmpty { throw .empty }
  }

  /// Why a text names no selection.
  public enum Fault: Error, Sendable, Hashable {
    /// Nothing is named.
    case empty
    /// A word is neither `safe` nor `all` nor the code of a repair.
    case unknown(String)
    /// What the code stands for is never repaired.
    case never(RepairCode)

    /// What is wrong and what to do, in one line.
    public func line(in language: Language) -> String {
      switch (self, language) {
      case (.empty, .chinese): "没有写明要做哪些清洗。请写 safe、all 或代码，如 all,Q15。"
      case (.empty, .english): "No repair is named. Give safe, all or codes, as all,Q15."
      case (.unknown(let word), .chinese): "没有“\(word)”这种清洗。请写 safe、all 或代码；sheets clean --list 列出全部代码。"
      case (.unknown(let word), .english):
        "There is no repair “\(word)”. Give safe, all or codes; “sheets clean --list” lists them."
      case (.never(let code), .chinese): "\(code.rawValue) 只报告，从不自动更改。请由人核对后修改。"
      case (.never(let code), .english): "\(code.rawValue) is only told and never repaired. A person has to decide."
      }
    }
  }
}
