/// Hands the XML of a worksheet to its ``SheetState``.
///
/// The state lies behind a pointer, so that a callback neither retains it nor asks for exclusive access.
@safe final class SheetHandler: XMLHandler {
  let state: UnsafeMutablePointer<SheetState>

  init(context: SheetContext, limits: ReadLimits, keepsCells: Bool) {
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(to: SheetState(context: context, limits: limits, keepsCells: keepsCells))
  }

  deinit {
    unsafe state.deinitialize(count: 1)
    unsafe state.deallocate()
  }

  override func prepare(_ names: XMLNames) {
    unsafe state.pointee.names = SheetNames(names)
  }

  override func start(_ element: XMLElement) throws(XMLFault) {
    try unsafe state.pointee.start(element)
  }

  override func end(_ name: XMLName, depth: Int) throws(XMLFault) {
    try unsafe state.pointee.end()
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(XMLFault) {
    try unsafe state.pointee.text(bytes)
  }
}
