/// How far a repair may go without being asked.
public enum RepairClass: String, Sendable, Hashable, CaseIterable {
  /// Only white space or the noise of floating point goes; nobody needs to look (安全).
  case safe
  /// The way of writing changes, or something that is certain is filled in; a person may look at the record (记录).
  case noted
  /// A suspicion: nothing is done unless the code of the repair is named (建议).
  case suggested
  /// Never repaired by a program; it is told, and waits for a person (不改).
  case never

  /// What people call it.
  public func name(in language: Language) -> String {
    guard language == .chinese else { return rawValue }
    return switch self {
    case .safe: "安全"
    case .noted: "记录"
    case .suggested: "建议"
    case .never: "不改"
    }
  }
}
