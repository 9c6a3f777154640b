/// What is said beside the book of the year before.
extension CheckJSONWriter {
  /// Where the figures of the year before come from.
  func value(of prior: PriorSource) -> JSONValue {
    var members: [JSONValue.Member] = []
    members.add("file", prior.file)
    members.add("set", prior.set)
    members.add("year", prior.year)
    members.add("department", prior.department)
    if prior.isCarriedOver { members.append(.init("carriedOver", .bool(true))) }
    if let losses = prior.losses {
      members.append(.init("losses", value(of: losses, text: prior.lossWords(in: set, language: language) ?? "")))
    }
    return .object(members)
  }

  private func value(of losses: PriorLosses, text words: String) -> JSONValue {
    var members: [JSONValue.Member] = []
    members.add("text", words)
    members.append(.init("amountsLeft", .number("\(losses.amountsLeft)")))
    members.append(.init("disagreements", .number("\(losses.disagreements)")))
    var sums: [JSONValue] = []
    for sum in losses.sums {
      var members: [JSONValue.Member] = []
      members.add("form", sum.form ?? "")
      members.add("predecessor", sum.predecessor)
      members.add("pane", sum.pane)
      members.add("before", sum.before.map { text($0) })
      members.add("after", sum.after.map { text($0) })
      sums.append(.object(members))
    }
    members.append(.init("sums", .array(sums)))
    return .object(members)
  }

  /// What became of a figure.
  func value(of growth: GrowthFigure) -> JSONValue {
    var members: [JSONValue.Member] = []
    members.add("label", growth.label)
    members.add("change", growth.change.name)
    members.add("text", growth.sentence(in: set, language: language))
    members.add("current", growth.current.map(text))
    members.add("prior", growth.prior.map(text))
    members.add("difference", growth.difference.map(text))
    members.add("percent", growth.percent)
    if let place = growth.place { members.append(.init("at", .object(self.members(of: place)))) }
    if let place = growth.priorPlace { members.append(.init("priorAt", .object(self.members(of: place)))) }
    if case .notComparable(let reason) = growth.change { members.add("reason", reason.name) }
    return .object(members)
  }
}

extension GrowthFigure.Change {
  /// What it is, as a stable word.
  fileprivate var name: String {
    switch self {
    case .increased: "increased"
    case .decreased: "decreased"
    case .unchanged: "unchanged"
    case .notComparable: "notComparable"
    }
  }
}
