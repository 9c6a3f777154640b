/// How many trials came out how.
struct Tally: Sendable {
  var trials = 0
  var detected = 0
  var onlyRounding = 0
  var named = 0
  var notToldApart = 0
  var missed = 0
  var value = 0
  var valueAmongAlternatives = 0
  var falseCauses = 0

  mutating func add(_ trial: Trial) {
    trials += 1
    guard trial.isDetected else { return }
    detected += 1
    if trial.isOnlyRounding { onlyRounding += 1 }
    switch trial.verdict {
    case .named: named += 1
    case .notToldApart: notToldApart += 1
    case .missed: missed += 1
    }
    if trial.isValueProposed { value += 1 }
    if trial.isValueAmongAlternatives { valueAmongAlternatives += 1 }
    falseCauses += trial.falseCauses
  }

  static func + (first: Tally, second: Tally) -> Tally {
    var sum = first
    sum.trials += second.trials
    sum.detected += second.detected
    sum.onlyRounding += second.onlyRounding
    sum.named += second.named
    sum.notToldApart += second.notToldApart
    sum.missed += second.missed
    sum.value += second.value
    sum.valueAmongAlternatives += second.valueAmongAlternatives
    sum.falseCauses += second.falseCauses
    return sum
  }

  static let heading = """
    | | changes | detected | only as 尾差 | right cell first | of those told apart | true value first | or as alternative | false causes |
    |---|--:|--:|--:|--:|--:|--:|--:|--:|
    """

  func line(_ name: String) -> String {
    func share(_ part: Int, _ whole: Int) -> String {
      whole == 0 ? "–" : String(format2(Double(part) * 100 / Double(whole))) + " %"
    }
    return
      "| \(name) | \(trials) | \(share(detected, trials)) | \(onlyRounding) | \(share(named, detected - onlyRounding)) | "
      + "\(share(named, named + missed - onlyRounding)) | \(share(value, detected - onlyRounding)) | "
      + "\(share(valueAmongAlternatives, detected - onlyRounding)) | \(falseCauses) |"
  }

  private func format2(_ value: Double) -> String {
    // Rounded down, so that 100 % means all.
    let hundredths = Int(value * 100)
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
