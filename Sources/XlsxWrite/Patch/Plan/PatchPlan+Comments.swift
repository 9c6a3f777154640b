internal import XlsxPackage

extension PatchPlan {
  /// Changes the comments of the worksheets and the drawings that hold their boxes.
  func changeComments() throws(XlsxWriteError) {
    for (place, state) in patch.sheets.enumerated() {
      guard let comments = state.comments, comments.isChanged else { continue }
      var list = try patch.relationships(of: state)
      try inSheet(state) { () throws(XlsxWriteError) in
        try change(comments, of: state, findings[place] ?? SheetFindings(), &list)
      }
      try put(list)
    }
  }

  private func change(
    _ comments: SheetComments, of state: SheetState, _ findings: SheetFindings, _ list: inout RelationshipList
  ) throws(XlsxWriteError) {
    // Before the comments' own relationship, so that it gets the name which the worksheet was given.
    try changeBoxes(comments, findings, &list)
    for thread in comments.changedThreads { changes.replace(thread.part, with: .bytes(thread.bytes)) }
    let namespace = book.mainNamespace
    if let part = comments.part {
      let bytes = try inPart(part) { () throws(MarkupFault) in try comments.rendered(namespace: namespace) }
      changes.replace(part, with: .bytes(bytes))
    } else if !comments.newCells.isEmpty {
      let name = newName(bookFolder + "comments", ".xml").name
      changes.add(name, try inPart(name) { () throws(MarkupFault) in try comments.rendered(namespace: namespace) })
      _ = list.add(type: relationshipType("comments"), target: name)
      try withTypes {
        $0.add(name, type: "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml")
      }
    }
  }

  private func changeBoxes(
    _ comments: SheetComments, _ findings: SheetFindings, _ list: inout RelationshipList
  ) throws(XlsxWriteError) {
    var target: String?
    if let id = findings.drawing, !comments.newCells.isEmpty {
      guard let drawing = list.target(of: id)?.target, package.has(drawing) else {
        throw patch.error(
          .refused,
          "the sheet's comments should be drawn in a part that is not there (\(id)). Save the file again in Excel.")
      }
      target = drawing
    }
    // A sheet may have two drawings of this kind: the other one is of its headers and footers, and has no boxes.
    var drawings = list.targets("vmlDrawing")
    if let target, !drawings.contains(where: { PartName.key($0) == PartName.key(target) }) { drawings.append(target) }
    for drawing in drawings where package.has(drawing) {
      let isTarget = target.map { PartName.key($0) == PartName.key(drawing) } ?? false
      if !isTarget, comments.removedCells.isEmpty { continue }
      let text = try package.text(of: drawing)
      var boxes = CommentBoxes(text, columnWidths: findings.columnWidths)
      try inPart(drawing) { () throws(MarkupFault) in try boxes.remove(comments.removedCells) }
      if isTarget { try inPart(drawing) { () throws(MarkupFault) in try boxes.add(comments.newCells) } }
      let bytes = boxes.rendered
      if bytes != text.encoded { changes.replace(drawing, with: .bytes(bytes)) }
    }
    if target != nil || comments.newCells.isEmpty { return }
    let (name, number) = newName(bookFolder + "drawings/vmlDrawing", ".vml")
    var boxes = CommentBoxes(number: number, columnWidths: findings.columnWidths)
    try inPart(name) { () throws(MarkupFault) in try boxes.add(comments.newCells) }
    changes.add(name, boxes.rendered)
    _ = list.add(type: relationshipType("vmlDrawing"), target: name)
    try withTypes { $0.addDefault(ending: "vml", type: CommentBoxes.contentType, for: name) }
  }
}
