internal import XlsxPackage

extension PatchPlan {
  /// Whether a part is small enough, packed, to be changed in memory; deflate makes no more than 1,032 times as much of it.
  private static let memoryBytes = 128 << 10

  /// Changes the parts of the worksheets, the large ones while they are packed.
  func changeSheets(selecting selection: [ObjectIdentifier: Bool]) throws(XlsxWriteError) {
    var kept = 0
    var staged: [(state: SheetState, place: Int, transformer: SheetTransformer, pieces: PartPieces)] = []
    for (place, state) in patch.sheets.enumerated() {
      guard let original = state.original, original.isWorksheet || isConcerned(state, selection) else {
        continue
      }
      var edits = state.edits
      edits.renames = renames
      edits.isSelected = selection[ObjectIdentifier(state)]
      // A sheet that is only looked through for others' names, or whose tab is let go, is not what is protected.
      let isChanged = !state.edits.isEmpty || state.comments?.isChanged == true
      edits.respectsProtection = patch.respectsProtection && isChanged
      if let comments = state.comments, !comments.newCells.isEmpty {
        edits.commentedCells = comments.newCells.map(\.cell)
        var relationships = try patch.relationships(of: state)
        // Counts only where the sheet turns out to have no drawing of comments.
        edits.drawing = relationships.add(type: relationshipType("vmlDrawing"), target: "")
      }
      if edits.isEmpty {
        if let comments = state.comments, comments.isChanged { findings[place] = SheetFindings() }
        continue
      }
      try checkTables(state)
      let pieces = try inSheet(state) { () throws(XlsxWriteError) in try package.stream(original.part) }
      let stream = MarkupStream { () throws(XlsxWriteError) in try pieces.next() }
      let transformer = SheetTransformer(stream, edits: edits) { [unowned self] () throws(XlsxWriteError) in
        try styles()
      }
      if edits.onlySearches {
        try inSheet(state) { () throws(XlsxWriteError) in while try !transformer.produce().isEmpty {} }
        findings[place] = transformer.findings
        continue
      }
      // What is kept of all sheets together is bounded too.
      if package.compressedSize(of: original.part) > Self.memoryBytes || kept > package.limits.keptPartBytes {
        staged.append((state, place, transformer, pieces))
        continue
      }
      let bytes = try inSheet(state) { () throws(XlsxWriteError) in
        var bytes: [UInt8] = []
        while true {
          let piece = try transformer.produce()
          if piece.isEmpty { return bytes }
          bytes.append(contentsOf: piece)
        }
      }
      findings[place] = transformer.findings
      streamed.insert(PartName.key(original.part))
      if stream.isChanged { kept += bytes.count }
      if stream.isChanged { changes.replace(original.part, with: .bytes(pieces.encoding.encode(bytes))) }
    }
    if staged.isEmpty { return }
    let parts = try StagedParts(inFolder: folder, for: package.file)
    var sources: [MarkupStream.Source] = []
    for item in staged {
      let encoder = PieceEncoder(item.pieces) { [unowned self] () throws(XlsxWriteError) in
        try inSheet(item.state, item.transformer.produce)
      }
      sources.append(encoder.next)
    }
    try parts.pack(sources)
    changes.staged = parts
    for (index, item) in staged.enumerated() {
      findings[item.place] = item.transformer.findings
      if item.transformer.stream.isChanged, let part = item.state.original?.part {
        changes.replace(part, with: .staged(index))
      }
    }
  }

  /// Whether a chart sheet or the like is to be changed, whose part is only looked through for names and its tab.
  private func isConcerned(_ state: SheetState, _ selection: [ObjectIdentifier: Bool]) -> Bool {
    (!renames.isEmpty || selection[ObjectIdentifier(state)] != nil) && package.has(state.original?.part ?? "")
  }

  func inSheet<Result>(
    _ state: SheetState, _ body: () throws(XlsxWriteError) -> Result
  ) throws(XlsxWriteError) -> Result {
    do throws(XlsxWriteError) { return try body() } catch {
      throw error.inPart(state.original?.part, sheet: state.original?.name ?? state.name, of: package.file)
    }
  }

  /// A cell that heads a column of a table must be called as the table calls the column, or Excel mends the file; those of
  /// a pivot table are written anew by it, and Excel lets nobody edit them.
  private func checkTables(_ state: SheetState) throws(XlsxWriteError) {
    let cells = state.edits.cells.values.filter { $0.content != nil }
    if cells.isEmpty { return }
    let relationships = try patch.relationships(of: state)
    for part in relationships.targets("pivotTable") where package.has(part) {
      let table = try package.document(of: part).markup
      guard let range = table.child(of: 0, named: "location").flatMap({ table.value("ref", of: $0) }),
        let cell = CellRange(range).flatMap({ range in cells.map(\.cell).filter(range.contains).min() })
      else { continue }
      throw patch.error(
        .refused, sheet: state.name, cell: cell,
        "the cell belongs to the pivot table \(range), which writes it anew. Change what it is made from.")
    }
    for part in relationships.targets("table") where package.has(part) {
      let table = try package.document(of: part).markup
      guard let range = table.value("ref", of: 0).flatMap({ CellRange($0) }) else { continue }
      let headerRows = table.value("headerRowCount", of: 0).flatMap { Int(UInt16($0) ?? 1) } ?? 1
      let names = table.child(of: 0, named: "tableColumns").map { table.children(of: $0, named: "tableColumn") } ?? []
      for edit in cells where range.contains(edit.cell) && edit.cell.row < range.first.row + headerRows {
        let index = edit.cell.column - range.first.column
        let name = names.indices.contains(index) ? table.value("name", of: names[index]) : nil
        if case .text(let text) = edit.content, name.map({ text.isExactly(MarkupText.decoded($0)) }) == true {
          continue
        }
        throw patch.error(
          .refused, sheet: state.name, cell: edit.cell,
          "the cell heads a column of the table \(range). Change it in Excel, which changes the table too.")
      }
    }
  }

  // MARK: The tab that is seen first

  /// The place of the sheet that a window shows first which showed the one at `old`, among the sheets as they are to be;
  /// nil where the file names none that it has, which is left so.
  func activeIndex(from old: Int) -> Int? {
    if let activated = patch.activated, activated.visibility == .visible,
      let index = patch.sheets.firstIndex(where: { $0 === activated })
    {
      return index
    }
    guard book.sheets.indices.contains(old) else { return nil }
    let index = patch.sheets.firstIndex { $0.original?.element == book.sheets[old].element }
    if let index, patch.sheets[index].visibility == .visible || book.sheets[old].visibility != .visible { return index }
    return patch.sheets.firstIndex { $0.visibility == .visible }
  }

  /// The sheet that is to be seen first.
  private var active: SheetState? { activeIndex(from: book.activeIndex).map { patch.sheets[$0] } }

  /// Which sheets' tabs are to be selected or not: where another one is seen first, since two selected tabs would have the
  /// user type into both.
  func selectedTab() throws(XlsxWriteError) -> [ObjectIdentifier: Bool] {
    let old = book.activeIndex
    guard let active else { return [:] }
    var selection: [ObjectIdentifier: Bool] = [:]
    let stays =
      active.original.map { book.sheets.indices.contains(old) && book.sheets[old].element == $0.element } ?? false
    for state in patch.sheets where state !== active {
      // Where the same sheet is seen first, only those that are hidden now are let go.
      if stays, state.visibility == .visible || state.visibility == state.original?.visibility { continue }
      guard let original = state.original, package.has(original.part) else { continue }
      if try inSheet(state, { () throws(XlsxWriteError) in try isSelected(original.part) }) {
        selection[ObjectIdentifier(state)] = false
      }
    }
    if active.original != nil, !stays { selection[ObjectIdentifier(active)] = true }
    return selection
  }

  private func isSelected(_ part: String) throws(XlsxWriteError) -> Bool {
    let pieces = try package.stream(part)
    let stream = MarkupStream { () throws(XlsxWriteError) in try pieces.next() }
    while let token = try stream.next() {
      // Nothing is copied here; what has passed is let go.
      _ = stream.takeOutput()
      guard token.kind == .start || token.kind == .empty else { continue }
      let name = stream.localName(of: token)
      if name == "sheetData" { return false }
      // One for each window.
      if name == "sheetView", MarkupValue.isOn(stream.value(of: "tabSelected", token)) { return true }
    }
    return false
  }

  // MARK: Formulas

  /// Whether any formula stands in the workbook, looked for only until one is found.
  func hasFormulas() throws(XlsxWriteError) -> Bool {
    if addsFormulas || findings.values.contains(where: { $0.hasFormulas || $0.changesFormulas }) { return true }
    if relationships.targets("calcChain").contains(where: package.has) { return true }
    for (place, state) in patch.sheets.enumerated() {
      // What was changed has been looked through.
      guard let original = state.original, original.isWorksheet, package.has(original.part),
        findings[place] == nil || state.edits.isEmpty
      else { continue }
      let found = try inSheet(state) { () throws(XlsxWriteError) in
        let pieces = try package.stream(original.part)
        var search = FormulaSearch()
        while true {
          let piece = try pieces.next()
          if let found = search.look(at: piece) { return found }
          if piece.isEmpty { return false }
        }
      }
      if found { return true }
    }
    return false
  }
}
