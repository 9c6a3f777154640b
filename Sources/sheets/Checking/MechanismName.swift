import BudgetSheets

extension Cause.Mechanism {
  /// What may have happened, in a few words.
  func name(_ options: CommonOptions) -> String {
    switch self {
    case .transposedDigits: options.say("数字颠倒", "two digits changed places")
    case .wrongScale: options.say("小数点或单位错位", "the point or the unit is off")
    case .wrongSign: options.say("正负号颠倒", "the sign is wrong")
    case .droppedDigit: options.say("漏输一位数字", "a digit was left out")
    case .extraDigit: options.say("多输一位数字", "a digit too many")
    case .wrongDigit: options.say("一位数字输错", "one digit is wrong")
    case .doubled: options.say("重复计算", "counted twice")
    case .leftBlank: options.say("漏填", "left blank")
    case .superfluous: options.say("多填", "there should be nothing")
    case .wrongColumn: options.say("错栏，金额填在了相邻的栏", "the amount stands in the next column")
    case .wrongRow: options.say("错行，金额填在了别的行", "the amount stands in another row")
    case .partMissed: options.say("合计漏计或重计一项", "the sum leaves out a part, or counts one twice")
    case .hiddenRowMissed: options.say("合计未计入隐藏行", "the sum leaves out a hidden row")
    case .otherAmount: options.say("金额有误", "the amount is another")
    }
  }
}
