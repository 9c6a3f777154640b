internal import XlsxPackage

/// The comments of one worksheet, some of which are added, changed or removed.
final class SheetComments {
  private struct Comment {
    var cell: CellReference
    var author: String
    /// The new text; nil where the comment stays as it is.
    var text: String?
    /// Where it stands in the file, nil for a new one.
    var element: Int?
    /// Whether it stands for a conversation, which is kept in another part.
    var isThread: Bool { author.hasPrefix("tc=") }
  }

  /// The part, nil where the sheet has none yet.
  let part: String?
  /// The parts that hold conversations.
  private let threads: [(part: String, encoding: PartEncoding, document: MarkupDocument)]
  private let document: MarkupDocument?
  private let encoding: PartEncoding
  private var comments: [Comment] = []
  private var authors: [String] = []
  /// The cells that have a comment, and those that have a conversation.
  private var cells: Set<CellReference> = []
  private var threadCells: Set<CellReference> = []
  private var removed: [Comment] = []

  init(relationships: RelationshipList, package: SourcePackage) throws(XlsxWriteError) {
    let parts = relationships.targets("comments")
    if parts.count > 1 {
      throw XlsxWriteError(
        code: .refused, path: package.file, part: parts[1],
        message: "the sheet has two lists of comments. Save the file again in Excel or WPS.")
    }
    part = parts.first
    let present = try part.map { (part) throws(XlsxWriteError) in try package.document(of: part) }
    document = present?.markup
    encoding = present?.encoding ?? .utf8
    var threads: [(part: String, encoding: PartEncoding, document: MarkupDocument)] = []
    var byteCount = 0
    for target in relationships.targets("threadedComment") {
      let (document, encoding) = try package.document(of: target)
      // The bound on what is kept of one part holds for all of these together, of which a sheet may have thousands.
      byteCount += document.bytes.count
      if byteCount > package.limits.keptPartBytes {
        throw XlsxWriteError(
          PackageFault(
            .overLimit,
            "the sheet's conversations expand to more than the limit of \(package.limits.keptPartBytes) bytes"),
          path: package.file, part: target)
      }
      threads.append((target, encoding, document))
    }
    self.threads = threads
    for thread in threads {
      for element in thread.document.children(of: 0, named: "threadedComment") {
        if let cell = thread.document.value("ref", of: element).flatMap({ CellReference($0) }) {
          threadCells.insert(cell)
        }
      }
    }
    if let document { read(document) }
    cells = Set(comments.map(\.cell))
  }

  private func read(_ document: MarkupDocument) {
    if let list = document.child(of: 0, named: "authors") {
      authors = document.children(of: list, named: "author").map {
        MarkupText.decoded(document.text(of: $0))
      }
    }
    guard let list = document.child(of: 0, named: "commentList") else { return }
    for element in document.children(of: list, named: "comment") {
      guard let cell = document.value("ref", of: element).flatMap({ CellReference($0) }) else { continue }
      let author = document.value("authorId", of: element).flatMap { Int($0) }
      comments.append(
        Comment(
          cell: cell, author: author.flatMap { authors.indices.contains($0) ? authors[$0] : nil } ?? "",
          element: element))
    }
  }

  /// The cells that have a comment, with its author and text.
  var list: [(cell: CellReference, author: String, text: String, isThread: Bool)] {
    comments.map { ($0.cell, $0.author, $0.text ?? text(of: $0), $0.isThread || hasThread($0.cell)) }
  }

  /// The text of a comment as it stands in the file: all runs, without the readings of characters (`rPh`).
  private func text(of comment: Comment) -> String {
    guard let document, let element = comment.element, let text = document.child(of: element, named: "text") else {
      return ""
    }
    let runs =
      document.children(of: text, named: "t")
      + document.children(of: text, named: "r").flatMap { document.children(of: $0, named: "t") }
    return MarkupText.decoded(runs.sorted().map { document.text(of: $0) }.joined())
  }

  private func hasThread(_ cell: CellReference) -> Bool { threadCells.contains(cell) }

  func has(_ cell: CellReference) -> Bool { cells.contains(cell) || hasThread(cell) }

  func add(_ text: String, author: String, at cell: CellReference) {
    comments.append(Comment(cell: cell, author: author, text: text))
    cells.insert(cell)
  }

  /// Gives the comment of a cell another text; false where it has none, or a conversation.
  func change(_ text: String, at cell: CellReference) -> Bool {
    guard !hasThread(cell), let index = comments.firstIndex(where: { $0.cell == cell }), !comments[index].isThread
    else {
      return false
    }
    comments[index].text = text
    return true
  }

  /// Takes the comments of cells away, with the conversations about them.
  func remove(at places: Set<CellReference>) {
    removed += comments.filter { places.contains($0.cell) }
    comments.removeAll { places.contains($0.cell) }
    cells.subtract(places)
    removedThreads.formUnion(threadCells.intersection(places))
    threadCells.subtract(places)
  }

  private var removedThreads: Set<CellReference> = []

  /// The cells whose comments got a box, and those that lost it.
  var newCells: [(cell: CellReference, text: String)] {
    comments.filter { $0.element == nil }.map { ($0.cell, $0.text ?? "") }
  }
  var removedCells: Set<CellReference> {
    Set(removed.filter { $0.element != nil }.map(\.cell)).subtracting(comments.filter { $0.element != nil }.map(\.cell))
  }

  var isChanged: Bool {
    comments.contains { $0.text != nil } || removed.contains { $0.element != nil } || !removedThreads.isEmpty
  }

  /// The part with all changes.
  func rendered(namespace: String) throws(MarkupFault) -> [UInt8] {
    let empty = """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="\(namespace)"><authors></authors><commentList></commentList></comments>
      """
    var result = try MarkupDocument(document?.bytes ?? Array(empty.utf8))
    let prefix = result.root.prefix
    for comment in removed { if let element = comment.element { result.remove(element) } }
    var names = authors
    var addedAuthors = ""
    var addedComments = ""
    for comment in comments {
      guard let text = comment.text else { continue }
      let content =
        "<\(prefix)text><\(prefix)r><\(prefix)t xml:space=\"preserve\">\(MarkupText.string(text))"
        + "</\(prefix)t></\(prefix)r></\(prefix)text>"
      if let element = comment.element {
        if let old = result.child(of: element, named: "text") {
          result.replace(result.elements[old].range, with: content)
        } else {
          result.append(content, to: element)
        }
        continue
      }
      let index: Int
      if let known = names.firstIndex(of: comment.author) {
        index = known
      } else {
        index = names.count
        names.append(comment.author)
        addedAuthors += "<\(prefix)author>\(MarkupText.string(comment.author))</\(prefix)author>"
      }
      addedComments += "<\(prefix)comment ref=\"\(comment.cell)\" authorId=\"\(index)\">\(content)</\(prefix)comment>"
    }
    for (name, xml) in [("authors", addedAuthors), ("commentList", addedComments)] where !xml.isEmpty {
      if let list = result.child(of: 0, named: name) {
        result.append(xml, to: list)
      } else {
        result.insertChild(
          name, "<\(prefix)\(name)>\(xml)</\(prefix)\(name)>", of: 0, order: ["authors", "commentList", "extLst"])
      }
    }
    return encoding.encode(result.rendered())
  }

  /// The parts of conversations from which some are taken out.
  var changedThreads: [(part: String, bytes: [UInt8])] {
    threads.compactMap { thread in
      var document = thread.document
      for element in document.children(of: 0, named: "threadedComment") {
        if let cell = document.value("ref", of: element).flatMap({ CellReference($0) }), removedThreads.contains(cell) {
          document.remove(element)
        }
      }
      return document.isChanged ? (thread.part, thread.encoding.encode(document.rendered())) : nil
    }
  }
}
