/// A place for a digit in a number format.
enum DigitPlaceholder: Hashable {
  /// `0`: a zero where the number has no digit.
  case zero
  /// `#`: nothing there.
  case hash
  /// `?`: a blank there.
  case question

  /// What stands where the number has no digit.
  var filler: String {
    switch self {
    case .zero: "0"
    case .hash: ""
    case .question: " "
    }
  }
}
