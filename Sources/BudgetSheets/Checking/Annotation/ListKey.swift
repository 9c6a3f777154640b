/// What a line of the list is called by comments: the number of a finding, or that of a change which a cause proposes.
enum ListKey: Hashable {
  /// A line of the table, as `第3条`.
  case finding(Int)
  /// A change of a cause, as `原因1-2`.
  case change(cause: Int, Int)

  /// The words in a comment.
  var text: String {
    switch self {
    case .finding(let number): "第\(number)条"
    case .change(let cause, let number): "原因\(cause)-\(number)"
    }
  }

  /// The key with which a line of a comment begins; nil where it begins with none.
  init?(beginning line: some StringProtocol) {
    if line.hasPrefix("第") {
      let digits = line.dropFirst().prefix { $0.isASCII && $0.isNumber }
      guard let number = Int(digits), line.dropFirst(1 + digits.count).hasPrefix("条") else { return nil }
      self = .finding(number)
    } else if line.hasPrefix("原因") {
      let digits = line.dropFirst(2).prefix { $0 == "-" || ($0.isASCII && $0.isNumber) }
      self.init(numbers: digits)
    } else {
      return nil
    }
  }

  /// The key of a cause's change by its numbers, as `1-2`.
  init?(numbers: some StringProtocol) {
    let parts = numbers.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let cause = parts[0], let change = parts[1] else { return nil }
    self = .change(cause: cause, change)
  }
}
