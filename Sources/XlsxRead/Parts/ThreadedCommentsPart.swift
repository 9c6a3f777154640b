import XlsxPackage

/// Reads a threaded comments part ([MS-XLSX] 2.1.57): comments with replies, as newer versions of Excel write them.
final class ThreadedCommentsPart: XMLHandler {
  private struct Entry {
    var comment: CellComment
    var id: String
    var parent: String?
  }

  private let persons: [String: String]
  private var entries: [Entry] = []
  private var current: Entry?
  private var isInText = false
  private var bytes: [UInt8] = []

  /// `persons` are the names of the authors by their ids.
  init(persons: [String: String]) { self.persons = persons }

  /// The comments with their replies. A reply to a comment that is not there, or to another reply, stands alone.
  var comments: [CellComment] {
    var roots: [String: Int] = [:]
    var result: [CellComment] = []
    for entry in entries where entry.parent == nil {
      roots[entry.id] = result.count
      result.append(entry.comment)
    }
    for entry in entries {
      guard let parent = entry.parent else { continue }
      if let root = roots[parent] {
        result[root].replies.append(entry.comment)
      } else {
        result.append(entry.comment)
      }
    }
    return result
  }

  override func start(_ element: XMLElement) {
    if element.depth == 2, element.name.matches("threadedComment"),
      let reference = element["ref"].flatMap({ CellReference($0) })
    {
      var comment = CellComment(reference: reference, author: element["personId"].flatMap { persons[$0] }, text: "")
      comment.date = element["dT"]
      comment.isResolved = element.flag("done") ?? false
      current = Entry(comment: comment, id: element["id"] ?? "", parent: element["parentId"])
      bytes.removeAll(keepingCapacity: true)
    } else if element.depth == 3 {
      isInText = element.name.matches("text")
    }
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) {
    if isInText { unsafe bytes.append(contentsOf: piece) }
  }

  override func end(_ name: XMLName, depth: Int) {
    if depth == 3 { isInText = false }
    guard depth == 2, var entry = current else { return }
    entry.comment.text = EscapedText.string(bytes)
    entries.append(entry)
    current = nil
  }
}

/// Reads the list of persons of a workbook ([MS-XLSX] 2.1.56).
final class PersonsPart: XMLHandler {
  private(set) var names: [String: String] = [:]

  override func start(_ element: XMLElement) {
    guard element.depth == 2, element.name.matches("person"), let id = element["id"] else { return }
    names[id] = element["displayName"]
  }
}
