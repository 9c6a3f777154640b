import XlsxPackage

/// Reads the comments part of a worksheet.
final class CommentsPart: XMLHandler {
  private(set) var comments: [CellComment] = []
  private var authors: [String] = []
  private var bytes: [UInt8] = []
  private var isInAuthor = false
  private var isInText = false
  private var collects = false
  private var isInPhonetic = false
  private var reference: CellReference?
  private var author: String?

  override func start(_ element: XMLElement) {
    switch element.depth {
    case 3:
      isInAuthor = element.name.matches("author")
      if isInAuthor { bytes.removeAll(keepingCapacity: true) }
      if element.name.matches("comment") {
        bytes.removeAll(keepingCapacity: true)
        reference = element["ref"].flatMap { CellReference($0) }
        let position = element["authorId"].flatMap { Int($0) }
        author = position.flatMap { authors.indices.contains($0) && !authors[$0].isEmpty ? authors[$0] : nil }
      }
    case 4: isInText = element.name.matches("text")
    case 5 where isInText: collects = element.name.matches("t")
    case 6 where isInText: collects = element.name.matches("t") && !isInPhonetic
    default: break
    }
    if element.depth == 5 { isInPhonetic = element.name.matches("rPh") }
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) {
    if collects || isInAuthor { unsafe bytes.append(contentsOf: piece) }
  }

  override func end(_ name: XMLName, depth: Int) {
    if depth >= 5 { collects = false }
    guard depth == 3 else { return }
    if isInAuthor {
      authors.append(EscapedText.string(bytes))
      isInAuthor = false
    } else if let place = reference {
      comments.append(CellComment(reference: place, author: author, text: EscapedText.string(bytes)))
      reference = nil
    }
    isInText = false
  }
}
