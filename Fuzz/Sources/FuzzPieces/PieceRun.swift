import FuzzSupport
import XlsxPackage

@testable import XlsxWrite

/// A part that comes in pieces.
struct PieceRun {
  struct Result: Equatable, CustomStringConvertible {
    var bytes: [UInt8]?
    var places: [Int] = []
    var error: String?

    var description: String {
      "\(error ?? "") \(places.suffix(12)) \(bytes.map { String(decoding: $0, as: UTF8.self) } ?? "nothing")"
    }
  }

  private let part: [UInt8]
  private let lengths: [Int]

  init(_ part: [UInt8], lengths: [Int]) {
    self.part = part
    self.lengths = lengths
  }

  private var source: MarkupStream.Source {
    let cutter = Cutter(part, lengths)
    return { () throws(XlsxWriteError) in cutter.next() }
  }

  /// The part in UTF-8.
  var decoded: Result {
    var decoder: UTF16Pieces?
    if case .utf16(let isBigEndian) = PartEncoding.detect(part) { decoder = UTF16Pieces(isBigEndian: isBigEndian) }
    var validator = UTF8Pieces()
    var result: [UInt8] = []
    do {
      let next = source
      while true {
        let piece = try next()
        if decoder == nil { try validator.check(piece) }
        result += try decoder?.decode(piece) ?? piece
        if piece.isEmpty { break }
      }
    } catch let fault as MarkupFault {
      return Result(error: fault.message)
    } catch {
      return Result(error: "\(error)")
    }
    if decoder != nil {
      expect(PartEncoding.detect(part).encode(result) == part, "UTF-16 does not come back as it was.")
    }
    return Result(bytes: result)
  }

  /// The tokens, and the part as it is copied.
  var tokens: Result {
    let stream = MarkupStream(source)
    var result: [UInt8] = []
    var places: [Int] = []
    do throws(XlsxWriteError) {
      while let token = try stream.next() {
        places += [token.range.lowerBound, token.range.upperBound, token.name.lowerBound, token.name.upperBound]
        result += stream.takeOutput()
      }
    } catch {
      return Result(places: places, error: error.message)
    }
    return Result(bytes: result + stream.takeOutput(), places: places)
  }

  /// What changes of a worksheet are tried.
  static let edits: [SheetEdits] = {
    var cells = SheetEdits()
    let place = CellReference(row: 2, column: 2)
    cells.cells[place] = CellEdit(cell: place, content: .text("甲"))
    let other = CellReference(row: 1, column: 1)
    cells.cells[other] = CellEdit(cell: other, content: .number("5"))
    cells.links[place] = CellLink(sheet: "S", target: other, tip: nil)
    cells.drawing = "rId9"
    var renames = SheetEdits()
    renames.renames.add("S", "改")
    renames.isSelected = true
    return [cells, renames]
  }()

  /// The part with some changes.
  func changed(_ edits: SheetEdits) -> Result {
    let transformer = SheetTransformer(MarkupStream(source), edits: edits) { () throws(XlsxWriteError) in
      throw XlsxWriteError(code: .library, message: "no styles")
    }
    var result: [UInt8] = []
    do throws(XlsxWriteError) {
      while true {
        let piece = try transformer.produce()
        if piece.isEmpty { break }
        result += piece
      }
    } catch {
      return Result(error: error.message)
    }
    if !PackageCheck.isWellFormed(result), PackageCheck.isWellFormed(part) {
      fatalError("The changed part is damaged: \(String(decoding: result, as: UTF8.self))")
    }
    return Result(bytes: result)
  }
}

/// Cuts a part into pieces of the lengths given, over and over.
private final class Cutter {
  private let part: [UInt8]
  private let lengths: [Int]
  private var position = 0
  private var number = 0

  init(_ part: [UInt8], _ lengths: [Int]) {
    self.part = part
    self.lengths = lengths
  }

  func next() -> [UInt8] {
    let start = position
    position = min(part.count, start + max(1, lengths[number % lengths.count]))
    number += 1
    return Array(part[start..<position])
  }
}
