internal import Dispatch
internal import XlsxPackage

/// The pieces of a large part, expanded by another thread while the one before is being read.
final class ReadAheadPieces: PieceSource {
  static let pieceBytes = 128 << 10

  private let filler: Filler
  private var current: Slot?
  private var upcoming = 0

  init(_ reader: ZipEntryReader) {
    filler = Filler(reader, slots: (0..<3).map { _ in Slot(capacity: Self.pieceBytes) })
    for slot in filler.slots { filler.fill(slot) }
  }

  func next(keeping rest: Int) throws(ZipFault) -> (piece: UnsafeBufferPointer<UInt8>, newCount: Int) {
    filler.filled.wait()
    let slot = filler.slots[upcoming]
    upcoming = (upcoming + 1) % filler.slots.count
    if let fault = slot.fault { throw fault }
    if let current {
      slot.buffer.keep(rest, of: current.buffer)
      filler.fill(current)
    }
    current = slot
    return unsafe (slot.buffer.piece(keeping: rest), slot.buffer.newCount)
  }
}

extension ReadAheadPieces {
  /// One buffer of the ring, and why it could not be filled.
  private final class Slot {
    let buffer: PieceBuffer
    var fault: ZipFault?

    init(capacity: Int) { buffer = PieceBuffer(capacity: capacity) }
  }

  /// Fills slots in the order in which they are handed to it.
  ///
  /// It may be shared with the queue's thread: a slot belongs to the queue from `fill(_:)` until `filled` is signalled
  /// for it, and to the reading thread from then on, and the queue takes one slot after the other. Nothing waits inside
  /// the queue, so a reader that goes away leaves at most three pieces to be expanded for nothing.
  private final class Filler: @unchecked Sendable {
    let slots: [Slot]
    let filled = DispatchSemaphore(value: 0)
    private let reader: ZipEntryReader
    private let queue = DispatchQueue(label: "XlsxRead.expand")

    init(_ reader: ZipEntryReader, slots: [Slot]) {
      self.reader = reader
      self.slots = slots
    }

    func fill(_ slot: Slot) {
      let position = slots.firstIndex { $0 === slot } ?? 0
      queue.async { [self] in
        let slot = slots[position]
        do throws(ZipFault) {
          try slot.buffer.fill(from: reader)
        } catch {
          slot.fault = error
        }
        filled.signal()
      }
    }
  }
}
