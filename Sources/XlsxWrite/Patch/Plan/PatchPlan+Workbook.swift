internal import XlsxPackage

extension PatchPlan {
  /// The order of the workbook's parts (18.2.27).
  private static let order = [
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups",
    "externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr",
    "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
  ]

  /// Changes the part that lists the sheets.
  func changeWorkbook() throws(XlsxWriteError) {
    var document = book.document
    try changeList(&document)
    try changeNames(&document)
    changeViews(&document)
    changePivotCaches(&document)
    try markForCalculation(&document)
    if document.isChanged { changes.replace(book.part, with: .bytes(book.encoding.encode(document.rendered()))) }
  }

  private func changeList(_ document: inout MarkupDocument) throws(XlsxWriteError) {
    guard let list = document.child(of: 0, named: "sheets") else { return }
    for sheet in removedSheets { document.remove(sheet.element) }
    let gone = Set(removedSheets.map(\.element))
    let slots = book.sheets.map(\.element).filter { !gone.contains($0) }
    // The number of a sheet that is taken out is not used again: views and caches may know it by that.
    var taken = Set(book.sheets.compactMap { document.value("sheetId", of: $0.element).flatMap { Int($0) } })
    var added = ""
    for (place, state) in patch.sheets.enumerated() {
      let xml: String
      if let original = state.original {
        xml = try inPart(book.part) { () throws(MarkupFault) in
          var element = try MarkupDocument(Array(document.bytes[document.elements[original.element].range]))
          if !state.name.isExactly(original.name) { element.set("name", of: 0, to: XMLText.escaped(state.name)) }
          if state.visibility != original.visibility {
            element.set("state", of: 0, to: state.visibility == .visible ? nil : state.visibility.rawValue)
          }
          return String(decoding: element.rendered(), as: UTF8.self)
        }
      } else {
        // Excel takes no number above 65,534.
        let number = (taken.filter { $0 < 65_534 }.max() ?? 0) + 1
        let id = taken.contains(number) ? (1...65_534).first { !taken.contains($0) } ?? number : number
        taken.insert(id)
        let prefix = document.rootPrefix(of: Namespaces.relationships)
        let declaration = prefix == nil ? " xmlns:r=\"\(book.relationshipNamespace)\"" : ""
        let visibility = state.visibility == .visible ? "" : " state=\"\(state.visibility.rawValue)\""
        xml =
          "<\(document.root.prefix)sheet name=\"\(MarkupText.stringValue(state.name))\" sheetId=\"\(id)\"\(visibility)"
          + "\(declaration) \(prefix ?? "r:")id=\"\(addedRelationships[place] ?? "")\"/>"
      }
      if place < slots.count {
        let slot = document.elements[slots[place]].range
        if !document.bytes[slot].elementsEqual(xml.utf8) { document.replace(slot, with: xml) }
      } else {
        added += xml
      }
    }
    if added.isEmpty { return }
    if let last = slots.last {
      let end = document.elements[last].range.upperBound
      document.replace(end..<end, with: added)
    } else {
      document.append(added, to: list)
    }
  }

  /// Names that belong to one sheet count the sheets; names that refer to a sheet follow its name.
  private func changeNames(_ document: inout MarkupDocument) throws(XlsxWriteError) {
    let places = placesOfSheets
    let list = document.child(of: 0, named: "definedNames")
    if let list {
      var removed: Set<Int> = []
      for name in document.children(of: list, named: "definedName") {
        if let old = document.value("localSheetId", of: name).flatMap({ Int($0) }), book.sheets.indices.contains(old) {
          guard let new = places[old] else {
            document.remove(name)
            removed.insert(name)
            continue
          }
          if new != old { document.set("localSheetId", of: name, to: "\(new)") }
        }
        if renames.isEmpty { continue }
        let subject = "the name \"\(document.value("name", of: name) ?? "")\""
        if let renamed = try ReferenceRenamer.renamed(document.text(of: name), renames, subject: subject) {
          document.set(MarkupText.string(renamed), asContentOf: name)
        }
      }
      if !removed.isEmpty, addedNames.isEmpty, document.elements[list].children.allSatisfy(removed.contains) {
        document.remove(list)
      }
    }
    if addedNames.isEmpty { return }
    let prefix = document.root.prefix
    let xml = try inPart(book.part) { () throws(MarkupFault) in
      try MarkupText.prefixed(addedNames.joined(), prefix)
    }
    if let list {
      document.append(xml, to: list)
    } else {
      let tag = document.root.prefix + "definedNames"
      document.insertChild("definedNames", "<\(tag)>\(xml)</\(tag)>", of: 0, order: Self.order)
    }
  }

  /// Where the sheets of the file are to stand, by where they stand in it.
  private var placesOfSheets: [Int: Int] {
    let new = Dictionary(
      patch.sheets.enumerated().compactMap { place, state in state.original.map { ($0.element, place) } }
    ) { first, _ in first }
    var places: [Int: Int] = [:]
    for (old, sheet) in book.sheets.enumerated() { places[old] = new[sheet.element] }
    return places
  }

  private func changeViews(_ document: inout MarkupDocument) {
    let places = placesOfSheets
    let views = book.views
    if views.isEmpty, let active = activeIndex(from: 0), active != 0 {
      let prefix = document.root.prefix
      let view = "<\(prefix)workbookView activeTab=\"\(active)\"/>"
      if let list = document.child(of: 0, named: "bookViews") {
        document.append(view, to: list)
      } else {
        document.insertChild("bookViews", "<\(prefix)bookViews>\(view)</\(prefix)bookViews>", of: 0, order: Self.order)
      }
    }
    for view in views {
      let old = document.value("activeTab", of: view).flatMap { Int($0) } ?? 0
      guard let active = activeIndex(from: old) else { continue }
      if active != old { document.set("activeTab", of: view, to: "\(active)") }
      // The first tab that shows must not come behind the active one.
      if let first = document.value("firstSheet", of: view).flatMap({ Int($0) }), first != 0 {
        let new = isReordered ? places[first] : first
        if isReordered || active != old, new.map({ $0 > active || $0 == 0 }) ?? true {
          document.set("firstSheet", of: view, to: nil)
        } else if let new, new != first {
          document.set("firstSheet", of: view, to: "\(new)")
        }
      }
    }
    changeCustomViews(&document)
  }

  /// A view that a user keeps knows the sheet that it shows first by its number.
  private func changeCustomViews(_ document: inout MarkupDocument) {
    if removedSheets.isEmpty { return }
    func number(_ element: Int) -> String? { document.value("sheetId", of: element) }
    let removed = Set(removedSheets.compactMap { number($0.element) })
    let shown =
      patch.sheets.first { $0.visibility == .visible && $0.original != nil }
      ?? patch.sheets.first { $0.original != nil }
    guard let list = document.child(of: 0, named: "customWorkbookViews"),
      let first = shown?.original.flatMap({ number($0.element) })
    else { return }
    for view in document.children(of: list, named: "customWorkbookView") {
      if let active = document.value("activeSheetId", of: view), removed.contains(active) {
        document.set("activeSheetId", of: view, to: first)
      }
    }
  }

  /// Has formulas calculated anew when a value they may use was changed, and drops the list of formulas where it is no
  /// longer right; Excel makes it anew.
  private func markForCalculation(_ document: inout MarkupDocument) throws(XlsxWriteError) {
    let changesFormulas =
      addsFormulas || !removedSheets.isEmpty || findings.values.contains(where: \.changesFormulas)
    if changesFormulas {
      for part in relationships.targets("calcChain") where package.has(part) {
        changes.remove(part)
        try withTypes { $0.remove(part) }
      }
      relationships.remove("calcChain")
    }
    let changesContent = patch.sheets.contains { $0.edits.cells.values.contains { $0.content != nil } }
    // A sum over all sheets between two has others in it once their order changes.
    guard changesContent || isReordered, try hasFormulas() else { return }
    if let properties = document.child(of: 0, named: "calcPr") {
      if !document.flag("fullCalcOnLoad", of: properties) {
        document.set("fullCalcOnLoad", of: properties, to: "1")
      }
    } else {
      document.insertChild(
        "calcPr", "<\(document.root.prefix)calcPr fullCalcOnLoad=\"1\"/>", of: 0, order: Self.order)
    }
  }
}
