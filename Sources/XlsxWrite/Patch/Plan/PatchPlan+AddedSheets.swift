internal import XlsxPackage

extension PatchPlan {
  /// Puts the worksheets that are added into the package.
  func addSheets() throws(XlsxWriteError) {
    let lost = lostNames
    for (place, state) in patch.sheets.enumerated() {
      guard let added = state.added else { continue }
      let styles = try styles()
      let part = newName(bookFolder + "worksheets/sheet", ".xml").name
      // Kept apart from the package's own numbers, which need not be those of its drawings.
      let drawing = added.comments == nil ? nil : newName(bookFolder + "drawings/vmlDrawing", ".vml")
      let isSelected = activeIndex(from: book.activeIndex) == place
      let made = try inSheet(state) { () throws(XlsxWriteError) in
        let made = try added.rendered(
          styles: styles, isStrict: book.isStrict, isSelected: isSelected, place: place, drawingNumber: drawing?.number)
        // Refuses what refers to a sheet that is gone.
        if !lost.isEmpty { _ = try ReferenceRenamer.renamed(made.sheet, lost) }
        return made
      }
      addsFormulas = addsFormulas || made.hasFormulas
      changes.add(part, made.sheet)
      try withTypes {
        $0.add(part, type: "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml")
      }
      addedRelationships[place] = relationships.add(type: relationshipType("worksheet"), target: part)
      addedNames += made.names
      guard let drawing, let comments = made.comments, let boxes = made.boxes else { continue }
      let name = newName(bookFolder + "comments", ".xml").name
      changes.add(name, comments)
      changes.add(drawing.name, boxes)
      try withTypes {
        $0.add(name, type: "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml")
        $0.addDefault(ending: "vml", type: CommentBoxes.contentType, for: drawing.name)
      }
      var list = try RelationshipList(of: part, in: package)
      // In the order in which the writer names them: the drawing is its sheet's rId1.
      _ = list.add(type: relationshipType("vmlDrawing"), target: drawing.name)
      _ = list.add(type: relationshipType("comments"), target: name)
      try put(list)
    }
  }
}
