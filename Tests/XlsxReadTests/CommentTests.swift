import Testing
import XlsxPackage
import XlsxRead

/// Notes (ECMA-376 18.7) and threaded comments ([MS-XLSX] 2.1.57).
@Suite struct CommentTests {
  static let threads = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
  static let persons = "http://schemas.microsoft.com/office/2017/10/relationships/person"

  func comments(_ builder: WorkbookBuilder) throws -> [CellComment] { try builder.open().worksheets[0].comments() }

  static func notes(_ list: [(cell: String, author: String, text: String)]) -> String {
    let authors = list.map { "<author>\($0.author)</author>" }.joined()
    let notes = list.enumerated().map {
      "<comment ref='\($1.cell)' authorId='\($0)'><text><r><t>\($1.text)</t></r></text></comment>"
    }.joined()
    return """
      <comments xmlns="\(WorkbookBuilder.main)"><authors>\(authors)</authors><commentList>\(notes)</commentList></comments>
      """
  }

  static var usual: WorkbookBuilder {
    var builder = WorkbookBuilder()
    builder.relate([
      ("rId1", "comments", "../comments1.xml", false), ("rId2", threads, "../threadedComments/t1.xml", false),
    ])
    builder.edit("xl/_rels/workbook.xml.rels") {
      $0.replacing(
        "</Relationships>",
        with: "<Relationship Id='rId9' Type='\(persons)' Target='persons/person.xml'/></Relationships>")
    }
    builder.set(
      "xl/comments1.xml",
      notes([
        ("A1", "甲", "一条批注"), ("B2", "tc={1}", "[Threaded comment] Comment: 对吗？ Reply: 对"), ("C3", "tc={9}", "无主"),
      ]))
    builder.set(
      "xl/threadedComments/t1.xml",
      """
      <ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">\
      <threadedComment ref="B2" dT="2026-01-31T08:00:00.00" personId="{P1}" id="{1}" done="1"><text>对吗？</text>\
      <mentions><mention mentionpersonId="{P2}"/></mentions></threadedComment>\
      <threadedComment ref="B2" dT="2026-01-31T09:00:00.00" personId="{P2}" id="{2}" parentId="{1}"><text>对</text>\
      </threadedComment></ThreadedComments>
      """)
    builder.set(
      "xl/persons/person.xml",
      """
      <personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">\
      <person displayName="张三" id="{P1}"/><person displayName="李四" id="{P2}"/></personList>
      """)
    return builder
  }

  @Test func threadsComeOnceWithTheirReplies() throws {
    let comments = try comments(Self.usual)
    #expect(comments.map { "\($0.reference)" } == ["A1", "B2", "C3"])
    #expect(comments.map(\.author) == ["甲", "张三", "tc={9}"])
    #expect(comments.map(\.text) == ["一条批注", "对吗？", "无主"])
    #expect(comments.map(\.isResolved) == [false, true, false])
    #expect(comments.map(\.date) == [nil, "2026-01-31T08:00:00.00", nil])
    #expect(comments[1].replies.map(\.author) == ["李四"])
    #expect(comments[1].replies.map(\.text) == ["对"])
  }

  @Test func threadsWithoutNotesAndWithoutPersons() throws {
    var builder = Self.usual
    builder.remove("xl/persons/person.xml")
    builder.set("xl/comments1.xml", Self.notes([("A1", "甲", "一条批注")]))
    let comments = try comments(builder)
    #expect(comments.map(\.text) == ["一条批注", "对吗？"])
    #expect(comments.map(\.author) == ["甲", nil])
  }

  @Test func aNoteBesideAThreadStays() throws {
    var builder = Self.usual
    builder.set("xl/comments1.xml", Self.notes([("B2", "甲", "一条批注")]))
    #expect(try comments(builder).map(\.text) == ["一条批注", "对吗？"])
  }

  @Test func repliesThatRunInACircle() throws {
    var builder = Self.usual
    builder.set(
      "xl/threadedComments/t1.xml",
      """
      <T><threadedComment ref="A2" id="1" parentId="2"><text>一</text></threadedComment>\
      <threadedComment ref="A2" id="2" parentId="1"><text>二</text></threadedComment>\
      <threadedComment ref="A3" id="3" parentId="3"><text>三</text></threadedComment>\
      <threadedComment ref="?" id="4"><text>四</text></threadedComment></T>
      """)
    #expect(try comments(builder).map(\.text).suffix(3) == ["一", "二", "三"])
  }

  @Test func emptyAuthorsAreNone() throws {
    var builder = Self.usual
    builder.set("xl/comments1.xml", Self.notes([("A1", "", "一条批注")]))
    #expect(try comments(builder).first?.author == nil)
  }

  @Test func missingParts() {
    for name in ["xl/comments1.xml", "xl/threadedComments/t1.xml"] {
      var builder = Self.usual
      builder.remove(name)
      let error = failure { try comments(builder) }
      #expect(error?.code == .missingPart)
      #expect(error?.part == name)
      #expect(error?.sheet == "S")
    }
  }

  @Test func relationshipsThatAreDoubledLeadBackOrOutside() throws {
    var builder = Self.usual
    builder.relate([
      ("rId1", "comments", "../comments1.xml", false), ("rId1", "comments", "../comments1.xml", false),
      ("rId2", "comments", "sheet1.xml", false), ("rId3", Self.threads, "sheet1.xml", false),
      ("rId4", "comments", "https://example.org/", true),
    ])
    #expect(try comments(builder).count == 3)
  }
}
