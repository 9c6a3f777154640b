extension CodeList {
  /// What is wrong with the entries of a dictionary: a code with several names, or one that is no number among numbers.
  func mistakes(list: String, set: String) -> [DefinitionError] {
    let file = "\(set)/set.yaml"
    var names: [String: [String]] = [:]
    var codes: [String] = []
    for entry in entries where !entry.code.isEmpty {
      if names[entry.code] == nil { codes.append(entry.code) }
      if names[entry.code]?.contains(entry.name) != true { names[entry.code, default: []].append(entry.name) }
    }
    var mistakes: [DefinitionError] = []
    for code in codes {
      if let names = names[code], names.count > 1 {
        mistakes.append(DefinitionError(file: file, problem: .codeTwice(code, list: list, names: names)))
      }
    }
    let odd = codes.filter { !CodeText.isDigits($0) }
    if odd.count * 4 < codes.count {
      for code in odd { mistakes.append(DefinitionError(file: file, problem: .codeOdd(code, list: list))) }
    }
    return mistakes
  }
}
