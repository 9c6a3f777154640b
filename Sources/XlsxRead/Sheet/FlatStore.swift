internal import CXlsx

/// A growing run of plain values that keeps its memory when it is emptied.
///
/// Beside an array it saves the checks for shared storage, and lets the scanner write bytes before they count. It grows by
/// `realloc`, which moves a large run without a second copy of it in memory.
@safe struct FlatStore<Element: BitwiseCopyable>: ~Copyable {
  private var start: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init() {
    unsafe start = Self.memory(nil, 16)
    capacity = 16
  }

  deinit { unsafe free(start) }

  /// Memory for so many elements, with those of other memory, which it takes the place of.
  private static func memory(_ other: UnsafeMutablePointer<Element>?, _ capacity: Int) -> UnsafeMutablePointer<Element>
  {
    guard let memory = unsafe realloc(other, capacity * MemoryLayout<Element>.stride) else {
      preconditionFailure("no memory left")
    }
    return unsafe memory.bindMemory(to: Element.self, capacity: capacity)
  }

  var isEmpty: Bool { count == 0 }

  subscript(_ index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count, "an index outside the store")
      return unsafe start[index]
    }
    set {
      precondition(index >= 0 && index < count, "an index outside the store")
      unsafe start[index] = newValue
    }
  }

  mutating func append(_ element: Element) {
    if count == capacity { grow(1) }
    unsafe start[count] = element
    count += 1
  }

  mutating func append(_ elements: UnsafeBufferPointer<Element>) {
    guard let source = elements.baseAddress else { return }
    if elements.count > capacity - count { grow(elements.count) }
    unsafe (start + count).update(from: source, count: elements.count)
    count += elements.count
  }

  /// Forgets the elements from an index on.
  mutating func truncate(to newCount: Int) {
    precondition(newCount >= 0 && newCount <= count, "a count beyond the store's")
    count = newCount
  }

  mutating func removeAll() { count = 0 }

  /// Moves the elements from an index on to the end of another store.
  mutating func moveTail(from index: Int, to other: inout FlatStore) {
    unsafe other.append(slice(index..<count))
    truncate(to: index)
  }

  /// The elements of a range; valid until the store changes.
  @unsafe func slice(_ range: Range<Int>) -> UnsafeBufferPointer<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range outside the store")
    return unsafe UnsafeBufferPointer(start: start + range.lowerBound, count: range.count)
  }

  /// Room for elements that do not count yet; valid until the store changes. ``commit(_:)`` makes them count.
  @unsafe mutating func room(for additional: Int) -> UnsafeMutablePointer<Element> {
    if additional > capacity - count { grow(additional) }
    return unsafe start + count
  }

  /// Makes elements written into the ``room(for:)`` count.
  mutating func commit(_ additional: Int) {
    precondition(additional >= 0 && additional <= capacity - count, "more elements than there was room for")
    count += additional
  }

  private mutating func grow(_ additional: Int) {
    let wanted = max(capacity * 2, count + additional)
    unsafe start = Self.memory(start, wanted)
    capacity = wanted
  }
}
