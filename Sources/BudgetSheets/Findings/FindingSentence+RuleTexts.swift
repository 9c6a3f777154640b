extension FindingSentence {
  /// The sentences of rules in both languages; empty for those that stand for a code of their own.
  var ruleSentences: (chinese: String, english: String) {
    switch self {
    case .ruleFailed:
      ("不符合规则：{rule}。", "The rule does not hold: {rule}.")
    case .sumDiffers:
      (
        "填报 {reported}，应为 {expected}（{parts}），相差 {difference} {unit}。请核对合计及各组成。",
        "{reported} is reported; it should be {expected} ({parts}): a difference of {difference} {unit}. Check the total and its parts."
      )
    case .sumBlank:
      (
        "未填报，应为 {expected}（{parts}），相差 {difference} {unit}。请补填。",
        "Nothing is reported; it should be {expected} ({parts}): a difference of {difference} {unit}. Enter it."
      )
    case .sumOfNothing:
      (
        "填报 {reported}，但没有任何组成（{rule}），相差 {difference} {unit}。请补填明细或删除合计。",
        "{reported} is reported, but none of its parts is ({rule}): a difference of {difference} {unit}. Enter the parts, or remove the total."
      )
    case .figuresDiffer:
      (
        "填报 {reported}，而 {other} 为 {expected}，两处应一致，相差 {difference} {unit}。请核对两处。",
        "{reported} is reported, but {other} says {expected}; both must agree. The difference is {difference} {unit}. Check both."
      )
    case .sidesDiffer:
      (
        "{left} 为 {reported}，{right} 为 {expected}，应相等，相差 {difference} {unit}。请核对两边各数。",
        "{left} comes to {reported}, {right} to {expected}; they must be equal. The difference is {difference} {unit}. Check the figures of both sides."
      )
    case .figureBlank:
      (
        "未填报，而 {other} 为 {expected}，两处应一致，相差 {difference} {unit}。请核对两处。",
        "Nothing is reported, but {other} says {expected}; both must agree. The difference is {difference} {unit}. Check both."
      )
    case .noCounterpart:
      (
        "填报 {reported}，而{other}没有对应的行（按 0 计），相差 {difference} {unit}。请核对编码、名称，或补上该行。",
        "{reported} is reported, but {other} has no such row, which counts as nothing: a difference of {difference} {unit}. Check code and name, or add the row."
      )
    case .noPriorCounterpart:
      (
        "{left} 为 {reported}，而{other}没有对应的行（按 0 计），相差 {difference} {unit}。请核对本年的编码、名称是否与上年一致；上年确实没有的，请说明新增的原因。",
        "{left} comes to {reported}, but {other} has no such row, which counts as nothing: a difference of {difference} {unit}. See that code and name are those of the year before; what is new this year needs an explanation."
      )
    case .sideWithoutCounterpart:
      (
        "{left} 为 {reported}，而{other}没有对应的行（按 0 计），相差 {difference} {unit}。请核对编码、名称，或补上该行。",
        "{left} comes to {reported}, but {other} has no such row, which counts as nothing: a difference of {difference} {unit}. Check codes and names, or add the row."
      )
    case .boundExceeded:
      (
        "填报 {reported}，不应大于 {right}（{expected}），超出 {difference} {unit}。请核对。",
        "{reported} is reported, which must not be more than {right} ({expected}): {difference} {unit} too much. Check both."
      )
    case .boundNotReached:
      (
        "填报 {reported}，不应小于 {right}（{expected}），相差 {difference} {unit}。请核对。",
        "{reported} is reported, which must not be less than {right} ({expected}): a difference of {difference} {unit}. Check both."
      )
    case .sideTooLarge:
      (
        "{left} 为 {reported}，不应大于 {right}（{expected}），超出 {difference} {unit}。请核对。",
        "{left} comes to {reported}, which must not be more than {right} ({expected}): {difference} {unit} too much. Check both sides."
      )
    case .sideTooSmall:
      (
        "{left} 为 {reported}，不应小于 {right}（{expected}），相差 {difference} {unit}。请核对。",
        "{left} comes to {reported}, which must not be less than {right} ({expected}): a difference of {difference} {unit}. Check both sides."
      )
    case .withinRounding:
      (
        "填报 {reported}，各组成之和为 {expected}（{parts}），相差 {difference} {unit}，属四舍五入的尾差。",
        "{reported} is reported, the parts add up to {expected} ({parts}); the difference of {difference} {unit} is one of rounding."
      )
    case .balancedAfterRounding:
      (
        "保存的 {reported} 与 {expected} 相差 {difference} {unit}，按打印的小数位四舍五入后一致。请统一小数位。",
        "The stored {reported} and {expected} differ by {difference} {unit}; rounded as printed they agree. Store the same decimals."
      )
    case .emptyNoteMissing:
      (
        "本表没有数据，也没有写明“{note}”。请补写备注或补填数据。",
        "The form holds no data and does not say “{note}”. Add the note, or the data."
      )
    case .emptyNoteContradicted:
      (
        "备注写明此表无数据，表中却有金额 {text}。请删除备注或更正金额。",
        "The note says that the form holds no data, but there is the amount {text}. Remove the note, or correct the amount."
      )
    case .keyMissingElsewhere:
      (
        "“{name}”在{other}中没有对应的行。请核对两表。",
        "“{name}” has no row in {other}. Check both forms."
      )
    case .countDiffers:
      (
        "{form}有 {count} 行，{other}有 {otherCount} 行，应当相等。请核对两表。",
        "{form} has {count} rows, {other} has {otherCount}; the numbers must be equal. Check both forms."
      )
    case .classWithoutRow:
      (
        "编码 {code} 在{other}中没有对应的行。请核对编码，或恢复该行。",
        "The code {code} has no row in {other}. Check the code, or restore the row."
      )
    case .unitNameDiffers:
      (
        "编码 {code} 在{other}中是“{expected}”，此处为“{name}”。请核对编码和名称。",
        "The code {code} is “{expected}” in {other}; here it is called “{name}”. Check code and name."
      )
    case .pairNotListed:
      (
        "{code}（{name}）与 {otherCode}（{otherName}）不是“{list}”中的对应关系。请核对两个编码。",
        "{code} ({name}) and {otherCode} ({otherName}) are no pair of the table {list}. Check both codes."
      )
    case .rowRepeated:
      (
        "该行与第 {row} 行的编码、名称和全部金额相同，疑为重复。请核对。",
        "The row has the code, the name and all amounts of row {row}; it may be there twice. Check it."
      )
    default: ("", "")
    }
  }
}
