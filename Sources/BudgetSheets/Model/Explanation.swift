/// What a submitter wrote about a finding in the list of the returned workbook (说明).
///
/// It belongs to rule, form, row and label path, never to an address: rows may have been moved since.
public struct Explanation: Sendable, Hashable {
  /// The code or, of a rule with an identity of its own, that: `X10`, `03:合计`.
  public var rule: String
  /// The form; nil where the finding is about none.
  public var form: String?
  /// The key of the row.
  public var rowKey: String?
  /// The label path of the column or field.
  public var path: LabelPath?
  /// What the finding said then: both sides of a rule, or the words of its message. Another amount needs another
  /// explanation. Empty where that is not known: then it holds whatever the figures are.
  public var said: String
  /// The text.
  public var text: String

  /// Creates an explanation.
  public init(rule: String, form: String?, rowKey: String?, path: LabelPath?, said: String = "", text: String) {
    self.rule = rule
    self.form = form
    self.rowKey = rowKey
    self.path = path
    self.said = said
    self.text = text
  }

  /// Whether it is about a finding.
  public func explains(_ finding: Finding) -> Bool {
    rule == finding.ruleIdentity && form == finding.form && rowKey == finding.row?.key && path == finding.path
      && (said.isEmpty || said == finding.said)
  }
}

extension Finding {
  /// What it says, apart from where: an explanation holds for as long as this stays the same.
  public var said: String {
    if let judgement { return "\(judgement.reported.map { "\($0.fen)" } ?? "-") \(judgement.expected.fen)" }
    // Addresses move with inserted rows; what else fills the message does not.
    return arguments.filter { $0.key != "row" && $0.key != "range" }.sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.value)" }.joined(separator: ";")
  }

  /// What its explanation is kept under: the identity of its rule, else its code.
  public var ruleIdentity: String { judgement?.rule ?? code.rawValue }
}
