/// How one form of an older set goes over into one of a newer set, with every part looked up.
struct FormPlan: Sendable {
  /// One amount of the older form.
  enum Cell: Sendable, Hashable {
    /// That of a printed row in a column.
    case row(FormPart.PrintedRow, LabelPath)
    /// The total of a column.
    case total(LabelPath)
    /// A labelled one.
    case field(LabelPath)

    /// The part that it is an amount of.
    var part: FormPart.ID {
      switch self {
      case .row(let place, _): .row(place)
      case .total(let path): .column(path)
      case .field(let path): .field(path)
      }
    }
  }

  /// What a part of the newer form takes of the older one.
  enum Source: Sendable, Hashable {
    /// Parts of the same kind: one, or the sum of several.
    case same([FormPart.ID])
    /// The texts of columns or fields, one after the other, without some.
    case join([FormPart.ID], omit: Set<String>)
    /// Single amounts, which add up; of a printed row in a column.
    case cells([Cell], column: LabelPath?)
  }

  /// The newer form.
  let form: FormDefinition
  /// The older form.
  let predecessor: FormDefinition
  /// Where the parts of the newer form come from.
  var sources: [FormPart.ID: Source] = [:]
  /// The parts of the older form that are counted in another one, with that.
  var contained: [FormPart.ID: FormPart.ID] = [:]
  /// The parts of the older form that are left behind, with the reasons.
  var dropped: [FormPart.ID: String] = [:]
  /// The texts of the older form that are left out where texts are joined, with the reasons.
  var omitted: [FormPart.ID: [String: String]] = [:]

  /// The columns of the older form that a column takes over row by row.
  func columns(of column: LabelPath) -> [LabelPath] {
    guard case .same(let ids) = sources[.column(column)] else { return [] }
    var paths: [LabelPath] = []
    for case .column(let path) in ids { paths.append(path) }
    return paths
  }

  /// The columns of the older form of which the total goes over: the rows are counted in it.
  var totals: Set<LabelPath> {
    var totals: Set<LabelPath> = []
    for case .cells(let cells, _) in sources.values {
      for case .total(let path) in cells { totals.insert(path) }
    }
    return totals
  }

  /// The pane of the older form that is called like a pane of the newer one.
  func pane(like pane: Pane) -> Pane? {
    let name = pane.name.map(LabelText.normalize)
    return predecessor.panes.first { $0.name.map(LabelText.normalize) == name }
  }
}
