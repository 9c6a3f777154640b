import XlsxPackage

/// Gathers a ``SheetLayout`` from the elements of a worksheet other than its rows.
///
/// It is fed whole children of `worksheet`: from the start of one to its end, everything inside.
struct LayoutState {
  /// The innermost element that is understood.
  private enum Scope: UInt8 {
    case worksheet, properties, views, view, columns, merges, validations, validation, formula, formulaText, ranges,
      links, extensions, extended, leaf
  }

  private(set) var gathered = SheetLayout()
  var extent = SheetExtent()
  private let limits: ReadLimits

  /// The open elements inside the child of `worksheet` that is being read.
  private var scopes: [Scope] = []
  /// How deep inside an element that is passed over; 0 for none.
  private var skipped = 0
  private var isInExtension = false
  private var validation = ValidationRule(ranges: [])
  private var isSecondFormula = false
  private var hasFormulaText = false
  private var text: [UInt8] = []
  /// How many bytes of text are kept.
  private var keptBytes = 0
  private var validationRanges = 0
  /// The relationships of the links that have one, by the link's place.
  private var linkRelationships: [Int: String] = [:]

  init(limits: ReadLimits) { self.limits = limits }

  /// Whether a child of `worksheet` is being read.
  var isOpen: Bool { skipped > 0 || !scopes.isEmpty }

  /// Whether a link waits for its target.
  var needsTargets: Bool { !linkRelationships.isEmpty }

  /// The layout as far as it is read, with the targets of its links by their relationships' ids.
  func finished(_ targets: [String: String]) -> SheetLayout {
    var result = gathered
    result.usedRange = extent.range
    for (index, id) in linkRelationships { result.hyperlinks[index].target = targets[id] }
    result.index()
    return result
  }

  mutating func start(_ element: XMLElement) throws(XMLFault) {
    if skipped == 0, !element.isForeign || isInExtension, let scope = try enter(element) {
      scopes.append(scope)
    } else {
      skipped += 1
    }
  }

  private mutating func enter(_ element: XMLElement) throws(XMLFault) -> Scope? {
    let name = element.name
    switch scopes.last ?? .worksheet {
    case .worksheet: return try enterPart(element)
    case .properties where name.matches("tabColor"):
      gathered.tabColor = element["rgb"]
      return .leaf
    case .views where name.matches("sheetView") && gathered.view == nil:
      readView(element)
      return .view
    case .view where name.matches("pane"):
      readPane(element)
      return .leaf
    case .columns where name.matches("col"):
      try readColumn(element)
      return .leaf
    case .merges where name.matches("mergeCell"):
      try readMerge(element)
      return .leaf
    case .validations where name.matches("dataValidation"):
      try readValidation(element)
      return .validation
    case .validation where name.matches("formula1") || name.matches("formula2"):
      isSecondFormula = name.matches("formula2")
      hasFormulaText = false
      text.removeAll(keepingCapacity: true)
      return .formula
    case .formula where isInExtension && name.matches("f"):
      text.removeAll(keepingCapacity: true)
      return .formulaText
    case .validation where isInExtension && name.matches("sqref"):
      text.removeAll(keepingCapacity: true)
      return .ranges
    case .links where name.matches("hyperlink"):
      try readLink(element)
      return .leaf
    case .extensions where name.matches("ext"):
      isInExtension = true
      return .extended
    case .extended where name.matches("dataValidations"): return .validations
    default: return nil
    }
  }

  private mutating func enterPart(_ element: XMLElement) throws(XMLFault) -> Scope? {
    let name = element.name
    if name.matches("cols") { return .columns }
    if name.matches("mergeCells") { return .merges }
    if name.matches("hyperlinks") { return .links }
    if name.matches("dataValidations") { return .validations }
    if name.matches("extLst") { return .extensions }
    if name.matches("sheetViews") { return .views }
    if name.matches("sheetPr") { return .properties }
    if name.matches("dimension") {
      gathered.declaredRange = element["ref"].flatMap { RangeList.range($0) }
    } else if name.matches("sheetFormatPr") {
      gathered.defaultColumnWidth = element["defaultColWidth"].flatMap { Double($0) }
      gathered.defaultRowHeight = element["defaultRowHeight"].flatMap { Double($0) }
      gathered.hidesRowsByDefault = element.flag("zeroHeight") ?? false
    } else if name.matches("sheetProtection") {
      readProtection(element)
    } else if name.matches("autoFilter") {
      gathered.autoFilter = element["ref"].flatMap { RangeList.range($0) }
    } else if name.matches("pageSetup"), let orientation = element["orientation"], orientation != "default" {
      gathered.isLandscape = orientation == "landscape"
    }
    return nil
  }

  mutating func end() throws(XMLFault) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch scopes.popLast() {
    case .formulaText:
      keepFormula()
      hasFormulaText = true
    case .formula where !hasFormulaText: keepFormula()
    case .ranges: try addRanges(String(decoding: text, as: UTF8.self))
    case .validation:
      gathered.validations.append(validation)
      if gathered.validations.count > limits.dataValidations {
        throw XMLFault(.overLimit, "more than \(limits.dataValidations) data validations")
      }
    case .extended: isInExtension = false
    default: break
    }
  }

  mutating func text(_ piece: UnsafeBufferPointer<UInt8>) throws(XMLFault) {
    guard skipped == 0 else { return }
    switch scopes.last {
    case .formula, .formulaText:
      try unsafe add(piece)
      if text.count > limits.formulaBytes {
        throw XMLFault(.overLimit, "a data validation holds a formula of more than \(limits.formulaBytes) bytes")
      }
    case .ranges:
      try unsafe add(piece)
      if text.count > limits.xmlAttributeBytes {
        throw XMLFault(.overLimit, "a data validation names its cells in more than \(limits.xmlAttributeBytes) bytes")
      }
    default: break
    }
  }

  private mutating func add(_ piece: UnsafeBufferPointer<UInt8>) throws(XMLFault) {
    unsafe text.append(contentsOf: piece)
    try keep(piece.count)
  }

  private mutating func keep(_ count: Int) throws(XMLFault) {
    keptBytes += count
    if keptBytes > limits.keptPartBytes {
      throw XMLFault(.overLimit, "the links and validations hold more than \(limits.keptPartBytes) bytes of text")
    }
  }

  private mutating func keepFormula() {
    let formula = EscapedText.string(text)
    if isSecondFormula { validation.formula2 = formula } else { validation.formula1 = formula }
  }

  private mutating func addRanges(_ list: String) throws(XMLFault) {
    let ranges = RangeList.ranges(list)
    validationRanges += ranges.count
    if validationRanges > limits.dataValidationRanges {
      throw XMLFault(.overLimit, "more than \(limits.dataValidationRanges) ranges under data validations")
    }
    validation.ranges += ranges.compactMap(\.self)
  }

  /// The text of an attribute, with the escapes of ST_Xstring decoded.
  private mutating func kept(_ value: String?) throws(XMLFault) -> String? {
    guard let value else { return nil }
    try keep(value.utf8.count)
    return EscapedText.string(value.utf8)
  }
}

extension LayoutState {
  private mutating func readColumn(_ element: XMLElement) throws(XMLFault) {
    let first = element["min"].flatMap { Int($0) } ?? 0
    let last = element["max"].flatMap { Int($0) } ?? 0
    guard first >= 1, first <= CellReference.maximumColumn, last >= first else { return }
    gathered.columns.append(
      ColumnProperties(
        first: first, last: min(last, CellReference.maximumColumn), isHidden: element.flag("hidden") ?? false,
        width: element["width"].flatMap { Double($0) }))
    if gathered.columns.count > CellReference.maximumColumn {
      throw XMLFault(.overLimit, "the sheet sets its columns more than \(CellReference.maximumColumn) times")
    }
  }

  private mutating func readMerge(_ element: XMLElement) throws(XMLFault) {
    guard let text = element["ref"] else { return }
    guard let range = CellRange(text) else {
      throw XMLFault(.invalidContent, "merged range \"\(text)\" is no range of cells")
    }
    gathered.merges.append(range)
    if gathered.merges.count > limits.mergedRanges {
      throw XMLFault(.overLimit, "more than \(limits.mergedRanges) merged ranges")
    }
  }

  private mutating func readLink(_ element: XMLElement) throws(XMLFault) {
    // A link without a place is of no use, and no reason to refuse the sheet.
    guard let range = element["ref"].flatMap({ RangeList.range($0) }) else { return }
    let id = element.prefixed("id") ?? ""
    try keep(id.utf8.count)
    let link = Hyperlink(
      range: range, location: try kept(element["location"]), display: try kept(element["display"]),
      tooltip: try kept(element["tooltip"]))
    if !id.isEmpty { linkRelationships[gathered.hyperlinks.count] = id }
    gathered.hyperlinks.append(link)
    if gathered.hyperlinks.count > limits.hyperlinks {
      throw XMLFault(.overLimit, "more than \(limits.hyperlinks) hyperlinks")
    }
  }

  private mutating func readValidation(_ element: XMLElement) throws(XMLFault) {
    validation = ValidationRule(ranges: [])
    validation.kind = element["type"].flatMap { ValidationRule.Kind(rawValue: $0) } ?? .anyValue
    validation.comparison = element["operator"].flatMap { ValidationRule.Comparison(rawValue: $0) } ?? .between
    validation.errorStyle = element["errorStyle"].flatMap { ValidationRule.ErrorStyle(rawValue: $0) } ?? .stop
    validation.allowsBlank = element.flag("allowBlank") ?? false
    validation.hidesDropDown = element.flag("showDropDown") ?? false
    validation.showsPrompt = element.flag("showInputMessage") ?? false
    validation.showsError = element.flag("showErrorMessage") ?? false
    validation.promptTitle = try kept(element["promptTitle"])
    validation.prompt = try kept(element["prompt"])
    validation.errorTitle = try kept(element["errorTitle"])
    validation.error = try kept(element["error"])
    if let list = element["sqref"] { try addRanges(list) }
  }

  private mutating func readProtection(_ element: XMLElement) {
    // It may stand once.
    if gathered.protection != nil { return }
    var forbidden = Set(WorksheetProtection.Action.allCases.filter(\.isForbiddenByDefault))
    for index in 0..<element.attributeCount {
      guard let name = element.plainName(index), let action = WorksheetProtection.Action(rawValue: name.text) else {
        continue
      }
      switch XMLElement.flag(element.string(index)) {
      case true: forbidden.insert(action)
      case false: forbidden.remove(action)
      default: break
      }
    }
    let hash = element["password"] ?? element["hashValue"] ?? ""
    gathered.protection = WorksheetProtection(
      isEnabled: element.flag("sheet") ?? false, hasPassword: !hash.isEmpty, forbidden: forbidden)
  }

  private mutating func readView(_ element: XMLElement) {
    var view = SheetView()
    view.isRightToLeft = element.flag("rightToLeft") ?? false
    view.showsGridLines = element.flag("showGridLines") ?? true
    view.isSelected = element.flag("tabSelected") ?? false
    gathered.view = view
  }

  private mutating func readPane(_ element: XMLElement) {
    // A split that is not frozen counts its place in twentieths of a point instead.
    guard let state = element["state"], state == "frozen" || state == "frozenSplit" else { return }
    gathered.view?.frozenRows = Self.count(element["ySplit"], below: CellReference.maximumRow)
    gathered.view?.frozenColumns = Self.count(element["xSplit"], below: CellReference.maximumColumn)
  }

  private static func count(_ text: String?, below maximum: Int) -> Int {
    guard let number = text.flatMap({ Double($0) }), number >= 1 else { return 0 }
    return Int(min(number, Double(maximum)))
  }
}
