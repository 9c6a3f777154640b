import XlsxPackage

/// Compares a book with what was read back after writing it.
public struct BookComparison: Sendable {
  /// All differences, form by form.
  public private(set) var differences: [BookDifference] = []
  /// How many values were compared.
  public private(set) var compared = 0

  private let set: FormSet

  /// Compares two books of one set.
  public init(_ first: Book, _ second: Book, set: FormSet) {
    self.set = set
    compare("", first.year, second.year)
    compare("", first.department, second.department)
    for form in first.forms {
      if let other = second.form(form.form) {
        compare(form, other)
      } else {
        add(.content, form, nil, "", form.form, nil)
      }
    }
    for form in second.forms where first.form(form.form) == nil { add(.content, form, nil, "", nil, form.form) }
    compareOutside(first.outside, second.outside)
  }

  /// Whether nothing is lost or changed.
  public var isLossless: Bool { !differences.contains(where: \.isLoss) }

  private mutating func add(
    _ kind: BookDifference.Kind, _ form: FormData?, _ cell: CellReference?, _ path: String, _ before: String?,
    _ after: String?
  ) {
    differences.append(
      BookDifference(
        kind: kind, form: form?.form, sheet: form?.sheet, cell: cell, path: path, before: before, after: after))
  }

  private mutating func compare(_ path: String, _ before: String, _ after: String) {
    compared += 1
    if !Self.same(before, after) { add(.content, nil, nil, path, before, after) }
  }

  // MARK: Forms

  private mutating func compare(_ first: FormData, _ second: FormData) {
    if first.title != second.title { add(.wording, first, nil, "", first.title, second.title) }
    if first.unit != second.unit { add(.layout, first, nil, "", first.unit.rawValue, second.unit.rawValue) }
    compareRows(first, second)
    compare(first.fields, second.fields, first, row: "")
    compareNotes(first, second)
  }

  private struct Identity: Hashable {
    var pane: String?
    var kind: RowKind
    var key: String
    var ordinal: Int
  }

  private func identities(_ rows: [FormRow]) -> [Identity] {
    var counts: [Identity: Int] = [:]
    return rows.map { row in
      var identity = Identity(pane: row.pane, kind: row.kind, key: row.key, ordinal: 0)
      counts[identity, default: 0] += 1
      identity.ordinal = counts[identity] ?? 0
      return identity
    }
  }

  private mutating func compareRows(_ first: FormData, _ second: FormData) {
    let firstIdentities = identities(first.rows)
    let secondIdentities = identities(second.rows)
    let others = Dictionary(
      zip(secondIdentities, second.rows), uniquingKeysWith: { first, _ in first })
    for (identity, row) in zip(firstIdentities, first.rows) {
      let name = [identity.pane, row.key.isEmpty ? row.kind.rawValue : row.key].compactMap(\.self).joined(
        separator: "：")
      guard let other = others[identity] else {
        // A printed row that says nothing is not lost.
        if !isBlank(row) {
          add(.content, first, row.cells.values.compactMap(\.reference).min(), name, row.kind.rawValue, nil)
        }
        continue
      }
      if row.isHidden, !other.isHidden {
        add(.layout, first, row.cells.values.compactMap(\.reference).min(), name, "hidden", nil)
      }
      compare(row.cells, other.cells, first, row: name)
    }
    let known = Set(firstIdentities)
    for (identity, row) in zip(secondIdentities, second.rows) where !known.contains(identity) {
      // A form's own printed row that the submitter left out comes back blank.
      if !isBlank(row) { add(.content, first, nil, row.key, nil, row.kind.rawValue) }
    }
    let common = Set(secondIdentities).intersection(known)
    if firstIdentities.filter(common.contains) != secondIdentities.filter(common.contains) {
      add(.layout, first, nil, "", "order", nil)
    }
  }

  /// Whether a row holds nothing but its printed label.
  private func isBlank(_ row: FormRow) -> Bool {
    row.kind == .fixed && row.cells.values.allSatisfy { $0.value?.amount == nil && $0.raw == nil }
  }

  private mutating func compare(
    _ first: [LabelPath: FormCell], _ second: [LabelPath: FormCell], _ form: FormData, row: String
  ) {
    for path in Set(first.keys).union(second.keys).sorted(by: { "\($0)" < "\($1)" }) {
      compare(first[path], second[path], form, row.isEmpty ? "\(path)" : "\(row) \(path)")
    }
  }

  private mutating func compare(_ first: FormCell?, _ second: FormCell?, _ form: FormData, _ path: String) {
    compared += 1
    let place = first?.reference
    if first?.value != second?.value || !Self.same(first?.value?.text, second?.value?.text) {
      add(.content, form, place, path, text(first), text(second))
    } else if first?.inherited != second?.inherited {
      add(.content, form, place, path, first?.inherited, second?.inherited)
    } else if let first, first.value == nil, first.raw == nil, first.inherited == nil, first.formula == nil {
      add(.notCarried, form, place, path, nil, nil)
    } else if first?.value == nil, first?.raw != second?.raw {
      add(.content, form, place, path, first?.raw, second?.raw)
    } else if first?.raw != second?.raw {
      add(.notation, form, place, path, first?.raw ?? text(first), second?.raw ?? text(second))
    }
    if let formula = first?.formula, second?.formula == nil {
      add(.formula, form, place, path, "=" + formula, text(second))
    }
  }

  /// Whether two texts are the same to the byte: Swift takes letters for equal that are composed differently.
  private static func same(_ first: String?, _ second: String?) -> Bool {
    switch (first, second) {
    case (nil, nil): true
    case (let first?, let second?): first.utf8.elementsEqual(second.utf8)
    default: false
    }
  }

  private func text(_ cell: FormCell?) -> String? {
    switch cell?.value {
    case .amount(let amount): amount.text(in: set.unit, decimals: set.decimals)
    case .text(let text): text
    case nil: cell?.raw
    }
  }

  // MARK: Notes and outside

  private mutating func compareNotes(_ first: FormData, _ second: FormData) {
    for index in 0..<max(first.notes.count, second.notes.count) {
      compared += 1
      let before = first.notes.indices.contains(index) ? first.notes[index] : nil
      let after = second.notes.indices.contains(index) ? second.notes[index] : nil
      // The notes that a definition prints below an empty form come with the form.
      if first.sheet == nil, before == nil, first.notes.isEmpty { continue }
      if !Self.same(before?.text, after?.text) {
        add(.content, first, before?.reference, "", before?.text, after?.text)
      }
    }
  }

  private mutating func compareOutside(_ first: [OutsideCell], _ second: [OutsideCell]) {
    let before = Set(first)
    let after = Set(second)
    compared += first.count
    for (cells, isLost) in [
      (first.filter { !after.contains($0) }, true), (second.filter { !before.contains($0) }, false),
    ] {
      for cell in cells {
        differences.append(
          BookDifference(
            kind: .content, form: nil, sheet: cell.sheet, cell: cell.reference, path: "",
            before: isLost ? cell.text : nil, after: isLost ? nil : cell.text))
      }
    }
  }
}
