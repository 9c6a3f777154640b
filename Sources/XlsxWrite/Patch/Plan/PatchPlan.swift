internal import XlsxPackage

/// Works out what a patch means for the parts of the package.
///
/// Worksheets come first, since what they hold decides over styles, comments and the calculation chain; the workbook's own
/// part comes last.
final class PatchPlan {
  let patch: WorkbookPatch
  let folder: String
  var changes = PackageChanges()
  var relationships: RelationshipList
  private var loadedTypes: ContentTypeList?
  private var loadedStyles: StyleBook?
  /// The numbers of the last new parts, by what stands before them in their names.
  private var lastNumbers: [String: Int] = [:]
  /// What changing the worksheets has shown, by their place among the patch's sheets.
  var findings: [Int: SheetFindings] = [:]
  /// Formulas in worksheets that are added.
  var addsFormulas = false
  /// The names that belong to worksheets that are added.
  var addedNames: [String] = []
  /// The parts that were changed token by token, each of which was looked at.
  var streamed: Set<String> = []
  /// The elements of the pivot caches that go with sheets that are taken out.
  var removedPivotCaches: Set<Int> = []
  /// The relationships of the worksheets that are added, by their place.
  var addedRelationships: [Int: String] = [:]
  /// What becomes of the names of sheets in the file.
  private(set) var renames: SheetRenames
  /// The sheets of the file that are taken out.
  let removedSheets: [SheetState.Original]

  var package: SourcePackage { patch.package }
  var book: WorkbookMarkup { patch.book }

  init(_ patch: WorkbookPatch, folder: String) {
    self.patch = patch
    self.folder = folder
    relationships = patch.book.relationships
    var renames = SheetRenames(of: patch.book.sheets.map(\.name))
    for state in patch.sheets {
      if let original = state.original, !original.name.isExactly(state.name) { renames.add(original.name, state.name) }
    }
    self.renames = renames
    let kept = Set(patch.sheets.compactMap { $0.original?.element })
    removedSheets = patch.book.sheets.filter { !kept.contains($0.element) }
  }

  /// What becomes of the parts; nothing where the patch changes nothing.
  func work() throws(XlsxWriteError) -> PackageChanges {
    if isEmpty { return changes }
    try checkPackage()
    if !removedSheets.isEmpty { renames.removals = try removals() }
    try checkFormulas()
    let selection = try selectedTab()
    try changeSheets(selecting: selection)
    try removeSheets()
    try addSheets()
    try changeComments()
    try changeProperties()
    try changeWorkbook()
    try finish()
    return changes
  }

  /// Whether sheets were added, taken out or put into another order.
  var isReordered: Bool { patch.sheets.map { $0.original?.element } != book.sheets.map { $0.element } }

  private var isEmpty: Bool {
    patch.activated == nil && patch.properties.isEmpty && patch.customProperties.isEmpty && !isReordered
      && patch.sheets.allSatisfy {
        $0.edits.isEmpty && $0.comments?.isChanged != true && $0.visibility == $0.original?.visibility
          && $0.name.isExactly($0.original?.name ?? "")
      }
  }

  /// Refuses packages in which any change does harm, and changes that the workbook forbids.
  private func checkPackage() throws(XlsxWriteError) {
    let root = try RelationshipList(of: "", in: package)
    if root.items.contains(where: { $0.isA("origin") && $0.type.contains("digital-signature") })
      || package.hasFolder("_xmlsignatures")
    {
      throw patch.error(
        .refused, "the workbook is signed, and any change would break the signature. Change it before it is signed.")
    }
    if book.relationships.items.contains(where: { $0.isA("revisionHeaders") && package.has($0.target) }) {
      throw patch.error(
        .refused, "the workbook is shared and keeps a list of revisions. Stop sharing it in Excel, then change it.")
    }
    if !patch.sheets.contains(where: { $0.visibility == .visible }) {
      throw patch.error(.noVisibleWorksheet, "every sheet is hidden or removed. Leave one to be seen.")
    }
    let changesList =
      isReordered || !renames.isEmpty
      || patch.sheets.contains { $0.original.map(\.visibility) ?? .visible != $0.visibility }
    if patch.respectsProtection, book.isLockedWithPassword, changesList {
      throw patch.error(
        .refused, "the order of the sheets is protected with a password. Take the protection off first.")
    }
    for state in patch.sheets {
      for case (let cell, let link?) in state.edits.links
      where !patch.sheets.contains(where: { $0.name.lowercased() == link.sheet.lowercased() }) {
        throw patch.error(
          .noSuchWorksheet, sheet: state.name, cell: cell,
          "the link leads to the sheet \"\(link.sheet)\", which is not there. Add that sheet, or correct its name.")
      }
    }
  }

  /// A name that a sheet has got since may have made a formula longer than Excel takes, and a sheet may be gone since.
  private func checkFormulas() throws(XlsxWriteError) {
    let lost = lostNames
    for state in patch.sheets {
      for edit in state.edits.cells.values {
        if case .formula(let formula, _)? = edit.content {
          do throws(XlsxWriteError) {
            try ReferenceRenamer.checkRemoval(lost.removal(in: formula), "the new formula refers to")
            try ReferenceRenamer.check(formula)
          } catch {
            throw patch.error(error.code, sheet: state.name, cell: edit.cell, error.message)
          }
        }
      }
    }
  }

  // MARK: What several steps need

  /// The list of content types, read when it is first needed.
  func withTypes(_ body: (inout ContentTypeList) -> Void) throws(XlsxWriteError) {
    if loadedTypes == nil { loadedTypes = try ContentTypeList(package) }
    if var types = loadedTypes {
      body(&types)
      loadedTypes = types
    }
  }

  func contentType(of part: String) throws(XlsxWriteError) -> String? {
    var type: String?
    try withTypes { type = $0.type(of: part) }
    return type
  }

  /// The styles of the workbook, read when they are first needed.
  func styles() throws(XlsxWriteError) -> StyleBook {
    if let loadedStyles { return loadedStyles }
    let styles = try patch.readStyles()
    loadedStyles = styles
    return styles
  }

  /// A name that no part has yet: the text before the number, and the text behind it.
  func newName(_ start: String, _ end: String) -> (name: String, number: Int) {
    var number = lastNumbers[start, default: 0] + 1
    while isTaken("\(start)\(number)\(end)") { number += 1 }
    lastNumbers[start] = number
    return ("\(start)\(number)\(end)", number)
  }

  private func isTaken(_ name: String) -> Bool {
    // Relationships that somebody left behind would become the new part's.
    package.has(name) || package.has(PartName.relationships(of: name))
  }

  /// The folder of the workbook's part, with its slash.
  var bookFolder: String {
    book.part.lastIndex(of: "/").map { String(book.part[...$0]) } ?? ""
  }

  /// The type of a relationship in the workbook's edition.
  func relationshipType(_ word: String) -> String { book.relationshipNamespace + "/" + word }

  /// Puts a changed or new list of relationships into the package.
  func put(_ list: RelationshipList) throws(XlsxWriteError) {
    guard list.isChanged else { return }
    let bytes = try inPart(list.part) { () throws(MarkupFault) in try list.rendered() }
    if package.has(list.part) { changes.replace(list.part, with: .bytes(bytes)) } else { changes.add(list.part, bytes) }
  }

  /// Names the part in which XML is at fault.
  func inPart<Result>(
    _ part: String, sheet: String? = nil, _ body: () throws(MarkupFault) -> Result
  ) throws(XlsxWriteError) -> Result {
    do throws(MarkupFault) { return try body() } catch {
      throw XlsxWriteError(error).inPart(part, sheet: sheet, of: package.file)
    }
  }

  /// Puts the parts that gathered changes into the package, and makes sure that what we wrote is XML.
  private func finish() throws(XlsxWriteError) {
    if let styles = loadedStyles, styles.isChanged {
      if let part = relationships.targets("styles").first(where: package.has) {
        changes.replace(part, with: .bytes(styles.rendered()))
      } else {
        // As every program calls it; some look for no other name. The workbook may lead to a part that is not there.
        let target = relationships.targets("styles").first
        let usual = target ?? bookFolder + "styles.xml"
        let name = isTaken(usual) ? newName(bookFolder + "styles", ".xml").name : usual
        changes.add(name, styles.rendered())
        if target == nil { _ = relationships.add(type: relationshipType("styles"), target: name) }
        try withTypes {
          $0.add(name, type: "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml")
        }
      }
    }
    try put(relationships)
    if let types = loadedTypes, types.isChanged {
      changes.replace(ContentTypeList.part, with: .bytes(types.rendered()))
    }
    if !renames.isEmpty { try renameInOtherParts() }
    for (part, bytes) in changes.inMemory where !part.lowercased().hasSuffix(".vml") && !streamed.contains(part) {
      if !PackageCheck.isWellFormed(bytes) {
        throw XlsxWriteError(
          code: .library, path: package.file, part: part,
          message: "the changed part would be damaged, so nothing was written. Report this as a bug.")
      }
    }
  }
}
