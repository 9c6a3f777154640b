extension FormFigures {
  /// The line below the form that says that there is nothing to fill in; nil where there is none.
  var emptyNote: FormNote? {
    guard let note = definition.emptyNote else { return nil }
    // What the note says of every department, without the name and year of this one; its last clause is enough.
    let tail =
      note.replacing("{department}", with: "\u{1F}").replacing("{year}", with: "\u{1F}")
      .split(separator: "\u{1F}").last.map(String.init) ?? note
    let clause = tail.split(separator: "，").last.map { LabelText.normalize(String($0)) } ?? ""
    let wanted = clause.filter { !$0.isPunctuation }
    return data?.notes.first { LabelText.normalize($0.text).contains(wanted) }
  }

  /// Whether nobody has filled it in: no amount stands in it, not even a zero, and no note says that there is none.
  var isBlank: Bool {
    guard data != nil, emptyNote == nil else { return false }
    for figure in base..<base + count {
      guard let cell = cell(figure) else { continue }
      if cell.value != nil || cell.formula != nil { return false }
      // The usual mark for nothing is an answer too.
      if let raw = cell.raw, !raw.isEmpty { return false }
    }
    return true
  }
}
