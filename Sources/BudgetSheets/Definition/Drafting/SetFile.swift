/// Writes what the forms of a drafted set share.
struct SetFile {
  let name: String
  let drafts: [SheetDraft]
  let lists: DraftLists
  let labels: FormSet.FrameLabels
  let unit: MoneyUnit
  let questions: [DraftQuestion]

  /// The text of `set.yaml`.
  var yaml: String {
    var years: [String] = []
    for draft in drafts { if let year = draft.year, !years.contains(year) { years.append(year) } }
    var entries: [DraftNode.Entry] = [
      .init(key: "set", node: .text(name), remarks: ["就是文件夹的名称"]),
      .init(key: "version", node: .text("1"), remarks: ["改动表样后请改版本号"]),
      .init(key: "years", node: .texts(years.sorted()), remarks: remarks { $0 == .yearMissing }),
      .init(key: "title", node: .text(name), remarks: ["这套表叫什么，可以改"]),
      .init(key: "unit", node: .text(unit.rawValue), remarks: unitRemarks),
      .init(key: "decimals", node: .word("\(decimals)"), remarks: ["金额印出的小数位数"]),
      .init(key: "nil", node: .text("blank"), remarks: ["没有金额的格留空；要印零，改为 zero"]),
      .init(key: "labels", node: .map(labelEntries), remarks: ["表前表后各行的用语"], isTree: true),
    ]
    if !lists.lists.isEmpty {
      var nodes: [DraftNode.Entry] = []
      for (index, list) in lists.lists.enumerated() {
        let node =
          list.list.isShort
          ? DraftNode.texts(list.list.entries.map(\.name)) : .text(FormSetDrafter.file(ofList: index))
        nodes.append(.init(key: list.name, node: node))
      }
      entries.append(.init(key: "lists", node: .map(nodes), isTree: true))
    }
    let numbers = drafts.map(\.form.number)
    entries.append(.init(key: "forms", node: .texts(numbers), folds: true))
    entries.append(.init(key: "required", node: .texts(numbers), remarks: ["必须报送的表；可以缺的请删去"], folds: true))
    return YAMLText.file(
      entries,
      heading: ["由空白表起草。写有“请核对”的各处请看过，改好后删去该注释；怎么改见 docs/importing-forms.md。"])
  }

  /// The remarks of questions about the whole set.
  private func remarks(_ isMeant: (DraftQuestion.Topic) -> Bool) -> [String] {
    questions.filter { isMeant($0.topic) }.map(\.remark)
  }

  private var unitRemarks: [String] {
    remarks { topic in
      switch topic {
      case .unitsDiffer: true
      default: false
      }
    }
  }

  /// The decimals that most forms show.
  private var decimals: Int {
    var counts: [Int: Int] = [:]
    for decimals in drafts.flatMap(\.decimals) { counts[min(decimals, 6), default: 0] += 1 }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 2
  }

  private var labelEntries: [DraftNode.Entry] {
    var department = labels.department
    var asked: [String] = []
    for draft in drafts {
      guard let word = draft.departmentWord, !department.contains(word) else { continue }
      department.append(word)
      asked.append("请核对：" + DraftQuestion.Topic.departmentWord(word).sentence.chinese)
    }
    var entries: [DraftNode.Entry] = [
      .init(key: "department", node: .texts(department), remarks: asked, folds: true),
      .init(key: "unit", node: .texts(labels.unit), folds: true),
      .init(key: "total", node: .texts(labels.total), folds: true),
    ]
    if !labels.columnNumbers.isEmpty {
      entries.append(.init(key: "column_numbers", node: .texts(labels.columnNumbers), folds: true))
    }
    entries.append(.init(key: "notes", node: .texts(labels.notes), folds: true))
    entries.append(.init(key: "signatures", node: .texts(labels.signatures), folds: true))
    return entries
  }

}
