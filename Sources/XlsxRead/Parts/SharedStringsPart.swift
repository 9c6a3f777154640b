/// Reads `xl/sharedStrings.xml`.
final class SharedStringsPart: XMLHandler {
  let table = SharedStringTable()
  private let limits: ReadLimits
  private var item: XMLName?
  private var run: XMLName?
  private var textName: XMLName?
  private var isInItem = false
  private var isInRun = false
  private var collects = false
  private var openDepth = 0

  init(limits: ReadLimits) { self.limits = limits }

  override func prepare(_ names: XMLNames) {
    item = names["si"]
    run = names["r"]
    textName = names["t"]
  }

  /// Whether the root is open, and nothing in it.
  var isBetweenItems: Bool { openDepth == 1 }

  /// Adds a whole item whose bytes stand in the table's room; false where that would pass a bound.
  func addItem(_ count: Int) -> Bool {
    guard table.byteCount + count <= byteLimit, table.count < limits.sharedStrings else { return false }
    table.append(count)
    table.endString(isChecked: true)
    return true
  }

  private var byteLimit: Int { min(limits.sharedStringBytes, 2 << 30) }

  override func start(_ element: XMLElement) {
    openDepth = element.depth
    switch element.depth {
    case 2:
      isInItem = element.name == item && !element.isForeign
    case 3 where isInItem:
      // Phonetic runs (rPh) hold a t as well, at the same depth as a run's; they are not part of the text.
      isInRun = element.name == run && !element.isForeign
      collects = element.name == textName && !element.isForeign
    case 4 where isInItem && isInRun:
      collects = element.name == textName && !element.isForeign
    default:
      break
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(XMLFault) {
    guard collects else { return }
    unsafe table.append(bytes)
    if table.byteCount > byteLimit {
      throw XMLFault(.overLimit, "shared strings of more than \(limits.sharedStringBytes) bytes")
    }
  }

  override func end(_ name: XMLName, depth: Int) throws(XMLFault) {
    openDepth = depth - 1
    switch depth {
    case 2 where isInItem:
      table.endString(isChecked: false)
      isInItem = false
      if table.count > limits.sharedStrings {
        throw XMLFault(.overLimit, "more than \(limits.sharedStrings) shared strings")
      }
    case 3:
      collects = false
      isInRun = false
    case 4:
      collects = false
    default:
      break
    }
  }
}
