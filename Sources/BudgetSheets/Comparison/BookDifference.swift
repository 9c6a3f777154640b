public import XlsxPackage

/// One way in which a book that was written and read again differs from the one it was written from.
public struct BookDifference: Sendable, Hashable {
  /// What differs.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// A value, a row, a note or an outside cell is gone, has come, or has changed.
    case content
    /// The form cannot hold it, as a code that was damaged before.
    case notCarried
    /// Only the notation of a value, as a number that stood as text.
    case notation
    /// Only the wording of a label or title.
    case wording
    /// A formula of the submitter's is now its value.
    case formula
    /// The unit of the sheet, what was hidden, the order of the rows.
    case layout
  }

  /// What differs.
  public var kind: Kind
  /// The number of the form; nil where it is not about one.
  public var form: String?
  /// The sheet of the first book.
  public var sheet: String?
  /// The cell of the first book.
  public var cell: CellReference?
  /// The row and the label path.
  public var path: String
  /// What the first book says; nil where it says nothing.
  public var before: String?
  /// What the second book says; nil where it says nothing.
  public var after: String?

  /// Whether something is lost or changed.
  public var isLoss: Bool { kind == .content || kind == .notCarried }

  /// One line that tells it.
  public func line(in language: Language) -> String {
    var place = sheet ?? form ?? ""
    if let cell { place += "!\(cell)" }
    if !path.isEmpty { place += place.isEmpty ? path : " \(path)" }
    let nothing = language == .chinese ? "（无）" : "(nothing)"
    let (before, after) = (Self.short(before) ?? nothing, Self.short(after) ?? nothing)
    switch language {
    case .chinese: return "\(place)：\(name.chinese)：\(before) → \(after)"
    case .english: return "\(place): \(name.english): \(before) → \(after)"
    }
  }

  private var name: (chinese: String, english: String) {
    switch kind {
    case .content: ("内容不同", "content differs")
    case .notCarried: ("表样无法承载", "the form cannot carry it")
    case .notation: ("只是写法不同", "notation only")
    case .wording: ("只是措辞不同", "wording only")
    case .formula: ("公式换成了数值", "formula now a value")
    case .layout: ("只是版式不同", "layout only")
    }
  }

  private static func short(_ text: String?) -> String? {
    text.map { $0.count > 60 ? "“\($0.prefix(60))…”" : "“\($0)”" }
  }
}
