internal import XlsxPackage

extension PatchPlan {
  /// What goes with the sheets that are taken out, and the file may not refer to: but for those whose names sheets have that
  /// are added, to which it then refers.
  func removals() throws(XlsxWriteError) -> SheetRemovals {
    var removals = SheetRemovals()
    let added = Set(patch.sheets.filter { $0.original == nil }.map { ExactText($0.name.lowercased()) })
    let gone = Set(removedSheets.map(\.element))
    for (place, sheet) in book.sheets.enumerated() where gone.contains(sheet.element) {
      if !added.contains(ExactText(sheet.name.lowercased())) {
        removals.add(sheet: sheet.name, place: place, number: book.document.value("sheetId", of: sheet.element))
      }
      guard package.has(sheet.part) else { continue }
      let relationships = try RelationshipList(of: sheet.part, in: package)
      if relationships.items.contains(where: { $0.isA("slicer") || $0.isA("timeline") }) {
        throw patch.error(
          .refused, sheet: sheet.name,
          "the sheet has slicers, of which the workbook keeps a list. Remove them in Excel.")
      }
      for part in relationships.targets("table") where package.has(part) {
        let table = try package.document(of: part).markup
        for attribute in ["displayName", "name"] {
          guard let name = table.value(attribute, of: 0) else { continue }
          removals.add(table: MarkupText.decoded(name), number: table.value("id", of: 0))
        }
      }
    }
    return removals
  }

  /// The sheets that are gone in the end, for what the patch itself has set.
  var lostNames: SheetRenames {
    var lost = SheetRenames(of: book.sheets.map(\.name) + patch.removedNames)
    let present = Set(patch.sheetNames.map { ExactText($0.lowercased()) })
    for name in patch.removedNames where !present.contains(ExactText(name.lowercased())) {
      lost.removals.add(sheet: name)
    }
    lost.removals.addTables(of: renames.removals)
    return lost
  }

  /// Takes out the parts of the sheets that are removed, and those to which only they lead.
  func removeSheets() throws(XlsxWriteError) {
    let kept = patch.sheets.compactMap(\.original)
    let keptParts = Set(kept.map { PartName.key($0.part) })
    let keptIDs = Set(kept.compactMap(relationship(of:)))
    let ids = Set(removedSheets.compactMap(relationship(of:)))
    let own = Set(removedSheets.filter { package.has($0.part) }.map { PartName.key($0.part) }).subtracting(keptParts)
    relationships.remove { item in
      !keptIDs.contains(item.id)
        && (ids.contains(item.id) || (!item.isExternal && own.contains(PartName.key(item.target))))
    }
    if own.isEmpty { return }
    var graph = try PartGraph(package)
    graph.cut(from: book.part, to: own)
    // The workbook keeps what pivot tables show, which is nothing's once these are gone.
    let caches = pivotCaches(among: graph.parts(reachedFrom: own))
    graph.cut(from: book.part, to: Set(caches.keys))
    let gone = graph.parts(reachedOnlyFrom: own)
    if let sheet = removedSheets.first(where: { own.subtracting(gone).contains(PartName.key($0.part)) }) {
      throw patch.error(
        .refused, sheet: sheet.name,
        "another part of the package leads to the sheet's part \(sheet.part). Remove the sheet in Excel or WPS.")
    }
    for (part, element) in caches where gone.contains(part) { removedPivotCaches.insert(element) }
    relationships.remove { !$0.isExternal && $0.isA("pivotCacheDefinition") && gone.contains(PartName.key($0.target)) }
    for part in package.names where gone.contains(PartName.key(part)) {
      try package.checkSingle(part)
      // LibreOffice says the type of each list of relationships too.
      for name in [part, PartName.relationships(of: part)] where package.has(name) {
        changes.remove(name)
        if package.has(ContentTypeList.part) { try withTypes { $0.remove(name) } }
      }
    }
  }

  private func relationship(of sheet: SheetState.Original) -> String? {
    book.document.prefixedValue("id", of: sheet.element)
  }

  /// The elements of the workbook's list of pivot caches, by their parts, for those among some parts.
  private func pivotCaches(among parts: Set<String>) -> [String: Int] {
    guard let list = book.document.child(of: 0, named: "pivotCaches") else { return [:] }
    let targets = relationships.byName
    var caches: [String: Int] = [:]
    for element in book.document.children(of: list, named: "pivotCache") {
      guard let item = book.document.prefixedValue("id", of: element).flatMap({ targets[$0] }), !item.isExternal else {
        continue
      }
      let key = PartName.key(item.target)
      if parts.contains(key) { caches[key] = element }
    }
    return caches
  }

  /// Takes the pivot caches that are gone out of the workbook's list of them, which may not be empty (18.2.21).
  func changePivotCaches(_ document: inout MarkupDocument) {
    guard !removedPivotCaches.isEmpty, let list = document.child(of: 0, named: "pivotCaches") else { return }
    for element in removedPivotCaches { document.remove(element) }
    if document.elements[list].children.allSatisfy(removedPivotCaches.contains) { document.remove(list) }
  }
}
