/// What somebody wrote last time and what belongs to no line of the new list; it is told there once more.
struct Leftover: Hashable {
  /// What it was about.
  var subject: String
  var text: String

  init(subject: String, text: String) {
    self.subject = subject
    self.text = text
  }

  /// An explanation about what is found no more.
  init(_ explanation: Explanation) {
    let parts = [explanation.rule, explanation.form, explanation.rowKey, explanation.path?.description]
    self.init(subject: parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " "), text: explanation.text)
  }

  /// What stood on the old list beside its lines.
  init(_ cell: OutsideCell) {
    self.init(subject: "原清单 \(cell.reference)", text: cell.text)
  }

  /// What was written below a comment of ours.
  init(comment: SheetAddress, addition: String) {
    self.init(subject: "批注 \(comment.sheet)!\(comment.cell)", text: addition)
  }
}
