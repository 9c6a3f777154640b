/// XML on its way from one part into another: token by token, copied as it is wherever nothing is changed.
///
/// Positions count bytes from the start of the part. The memory it takes depends on the longest token and on what is
/// held, not on the part.
final class MarkupStream {
  /// Gives the next bytes of the part in UTF-8; none at the end.
  typealias Source = () throws(XlsxWriteError) -> [UInt8]

  /// The longest tag, text or comment: far more than a cell's 32,767 characters can take.
  static let longestToken = 16 << 20
  /// The most bytes that may be held, as those of one cell.
  static let longestHold = 64 << 20

  private let source: Source
  /// The bytes from `base` on.
  private var window: [UInt8] = []
  private var base = 0
  private var isAll = false
  /// The end of the last token.
  private(set) var position = 0
  /// What has gone into the output, or was dropped.
  private var copied = 0
  private var held: Int?
  /// The bytes of the new part, until they are taken.
  private var output: [UInt8] = []
  /// Whether anything differs from the old part.
  private(set) var isChanged = false
  /// Whether a change came too late; the next token is refused then.
  private var isMisplaced = false

  init(_ source: @escaping Source) { self.source = source }

  /// The next token; nil at the end of the part.
  func next() throws(XlsxWriteError) -> MarkupToken? {
    if isMisplaced {
      throw XlsxWriteError(
        .refused("a tag is written in an unusual way, in which two changes meet. Save the file again in Excel or WPS."))
    }
    while true {
      do throws(MarkupFault) {
        if let token = try MarkupScanner.token(in: window, from: position - base, isAll: isAll) {
          try MarkupCheck.check(token, in: window)
          if token.kind == .other, position != 0 && position != 3,
            MarkupScanner.matches(window, token.range.lowerBound, "<?xml ")
          {
            throw .broken("its declaration does not stand at its start")
          }
          position = token.range.upperBound + base
          return MarkupToken(
            kind: token.kind, range: (token.range.lowerBound + base)..<position,
            name: (token.name.lowerBound + base)..<(token.name.upperBound + base))
        }
        if isAll { return nil }
        if window.count - (position - base) > Self.longestToken {
          throw .broken("a tag or a text takes more than \(Self.longestToken) bytes")
        }
        if let held, position - held > Self.longestHold {
          throw .broken("an element takes more than \(Self.longestHold) bytes")
        }
      } catch {
        throw XlsxWriteError(error)
      }
      try refill()
    }
  }

  /// Passes over plain cells of a row that stand at the end of the last token; gives the column of the last one, and
  /// whether any had a formula, or nil where none stands there.
  func skipPlainCells(row: [UInt8], takesFormulas: Bool) -> (column: Int, hasFormula: Bool)? {
    let start = position - base
    let (end, column, hasFormula) = PlainCells.end(in: window, from: start, row: row, takesFormulas: takesFormulas)
    if end == start { return nil }
    position = end + base
    return (column, hasFormula)
  }

  private func refill() throws(XlsxWriteError) {
    flush(to: held ?? position)
    let keep = min(copied, held ?? position) - base
    if keep > 0 {
      window.removeFirst(keep)
      base += keep
    }
    // As much again as has been looked at in vain, so that a long text is not looked at once for every piece.
    let wanted = 2 * (window.count - (position - base))
    repeat {
      let piece = try source()
      if piece.isEmpty { isAll = true } else { window.append(contentsOf: piece) }
    } while !isAll && window.count - (position - base) < wanted
  }

  private func flush(to end: Int) {
    guard end > copied else { return }
    output.append(contentsOf: window[(copied - base)..<(end - base)])
    copied = end
  }

  /// Looks at the tokens behind the last one, up to the one for which the body says so, without moving on.
  func lookAhead(_ body: (MarkupToken) -> Bool) throws(XlsxWriteError) {
    let start = position
    let wasHeld = held
    held = held ?? start
    defer {
      position = start
      held = wasHeld
    }
    while let token = try next() {
      if body(token) { return }
    }
  }

  /// The name of a tag without its prefix.
  func localName(of token: MarkupToken) -> String {
    let name = bytes(token.name)
    let start = name.lastIndex(of: UInt8(ascii: ":")).map { name.index(after: $0) } ?? name.startIndex
    return String(decoding: name[start...], as: UTF8.self)
  }

  /// Keeps all bytes from a token on in reach until ``release()``.
  func hold(_ token: MarkupToken) { held = token.range.lowerBound }

  /// Ends what ``hold(_:)`` began.
  func release() { held = nil }

  /// The bytes of a range that is the last token's or held.
  func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> {
    window[(range.lowerBound - base)..<(range.upperBound - base)]
  }

  /// The value of an attribute by its name as it is written, of a token that is the last one or held; its references are
  /// resolved.
  func value(of name: StaticString, _ token: MarkupToken) -> ArraySlice<UInt8>? {
    guard let place = MarkupScanner.value(of: name, local(token), in: window) else { return nil }
    let value = window[place]
    return value.contains(UInt8(ascii: "&")) ? Array(MarkupText.unescaped(value).utf8)[...] : value
  }

  /// Where that value stands in the part.
  func place(of name: StaticString, _ token: MarkupToken) -> Range<Int>? {
    MarkupScanner.value(of: name, local(token), in: window).map { shifted($0) }
  }

  /// The attributes of a token that is the last one or held, with positions in the part.
  func attributes(of token: MarkupToken) throws(XlsxWriteError) -> [MarkupAttribute] {
    do throws(MarkupFault) {
      return try MarkupScanner.attributes(of: local(token), in: window).map {
        MarkupAttribute(range: shifted($0.range), name: shifted($0.name), value: shifted($0.value))
      }
    } catch {
      throw XlsxWriteError(error)
    }
  }

  private func shifted(_ range: Range<Int>) -> Range<Int> { (range.lowerBound + base)..<(range.upperBound + base) }

  private func local(_ token: MarkupToken) -> MarkupToken {
    MarkupToken(
      kind: token.kind, range: (token.range.lowerBound - base)..<(token.range.upperBound - base),
      name: (token.name.lowerBound - base)..<(token.name.upperBound - base))
  }

  /// Whether a name of the last or a held token has this local part behind this prefix, which ends with its colon.
  func isNamed(_ token: MarkupToken, _ prefix: [UInt8], _ name: StaticString) -> Bool {
    let start = token.name.lowerBound - base
    guard token.name.count == prefix.count + name.utf8CodeUnitCount else { return false }
    for (index, byte) in prefix.enumerated() where window[start + index] != byte { return false }
    return MarkupScanner.matches(window, start + prefix.count, name)
  }

  /// Puts bytes where a range was that is the last token's or held; an empty range only takes them in.
  func replace(_ range: Range<Int>, with bytes: some Collection<UInt8>) {
    // What has been written cannot be taken back: two changes meet in one tag.
    if range.lowerBound < copied { isMisplaced = true }
    flush(to: range.lowerBound)
    output.append(contentsOf: bytes)
    copied = max(copied, range.upperBound)
    isChanged = true
  }

  /// Puts a text where a range was.
  func replace(_ range: Range<Int>, with text: String) { replace(range, with: text.utf8) }

  /// How many bytes of the new part wait to be taken, so that a caller may work on until it is worth it.
  var pendingCount: Int { output.count + (held ?? position) - copied }

  /// Gives the bytes of the new part that are certain, and forgets them. What the last token stands in stays in reach.
  func takeOutput() -> [UInt8] {
    flush(to: held ?? position)
    defer { output.removeAll(keepingCapacity: true) }
    return output
  }
}
