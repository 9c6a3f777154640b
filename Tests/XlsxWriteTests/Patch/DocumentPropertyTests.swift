import Testing
import XlsxPackage
import XlsxRead
import XlsxWrite

@Suite struct DocumentPropertyTests {
  static let core = "docProps/core.xml"
  static let app = "docProps/app.xml"
  static let custom = "docProps/custom.xml"
  static let package = "http://schemas.openxmlformats.org/package/2006"

  static let coreText = """
    <cp:coreProperties xmlns:cp="\(package)/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" \
    xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>旧</dc:title><dc:creator>甲</dc:creator><cp:keywords/>\
    <dcterms:created>2020-01-01T00:00:00Z</dcterms:created></cp:coreProperties>
    """
  static let appText = """
    <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>WPS</Application>\
    <Company>旧</Company><AppVersion>16.0300</AppVersion></Properties>
    """
  static let customText = """
    <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" \
    xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property \
    fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="a"><vt:i4>5</vt:i4></property><property \
    fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="7" name="b &amp; c"><vt:lpwstr>x</vt:lpwstr></property></Properties>
    """

  static func documented() -> PatchBook {
    var book = PatchBook()
    book.add(core, coreText, type: "application/vnd.openxmlformats-package.core-properties+xml")
    book.add(app, appText, type: "application/vnd.openxmlformats-officedocument.extended-properties+xml")
    book.add(custom, customText, type: "application/vnd.openxmlformats-officedocument.custom-properties+xml")
    book.relate(
      "",
      [
        ("rId1", "officeDocument", "xl/workbook.xml"),
        ("rId2", package + "/relationships/metadata/core-properties", core), ("rId3", "extended-properties", app),
        ("rId4", "custom-properties", custom),
      ])
    book.replace("_rels/.rels", " TargetMode=\"External\"", "")
    return book
  }

  static func read(_ book: PatchedBook) throws -> Workbook { try Workbook(bytes: book.bytes, name: "new.xlsx") }

  @Test func propertiesAreReplaced() throws {
    let book = try Self.documented().patched {
      try $0.setProperty(.title, to: "新<&>")
      try $0.setProperty(.keywords, to: "k")
      try $0.setProperty(.company, to: "局")
      try $0.setCustomProperty("a", to: "九")
      try $0.setCustomProperty("b & c", to: "d")
    }
    #expect(book.changed == [Self.app, Self.core, Self.custom])
    #expect(
      book[Self.core]
        == Self.coreText.replacing("<dc:title>旧", with: "<dc:title>新&lt;&amp;&gt;").replacing(
          "<cp:keywords/>", with: "<cp:keywords>k</cp:keywords>"))
    #expect(book[Self.app] == Self.appText.replacing("旧", with: "局"))
    #expect(
      book[Self.custom]
        == Self.customText.replacing("<vt:i4>5</vt:i4>", with: "<vt:lpwstr>九</vt:lpwstr>").replacing(">x<", with: ">d<")
    )
  }

  @Test func propertiesAreAdded() throws {
    let book = try Self.documented().patched {
      try $0.setProperty(.subject, to: "题")
      try $0.setProperty(.lastModifiedBy, to: "乙")
      try $0.setProperty(.comments, to: "a\nb")
      try $0.setProperty(.category, to: "c")
      try $0.setCustomProperty("新\"", to: "")
    }
    let read = try Self.read(book)
    let properties = try read.documentProperties()
    #expect(properties.title == "旧")
    #expect(properties.creator == "甲")
    #expect(properties.subject == "题")
    #expect(properties.lastModifiedBy == "乙")
    #expect(properties.description == "a\nb")
    #expect(properties.category == "c")
    #expect(try read.customProperties() == ["a": "5", "b & c": "x", "新\"": ""])
    let numbers = PatchedBook.elements("property", in: book[Self.custom]).map { $0["pid"] ?? "" }
    #expect(numbers == ["2", "7", "8"])
  }

  @Test func propertiesAreRemoved() throws {
    let book = try Self.documented().patched {
      try $0.setProperty(.title, to: "")
      try $0.setProperty(.company, to: "")
      try $0.setCustomProperty("a", to: nil)
    }
    #expect(book[Self.core] == Self.coreText.replacing("<dc:title>旧</dc:title>", with: ""))
    #expect(book[Self.app] == Self.appText.replacing("<Company>旧</Company>", with: ""))
    #expect(book[Self.custom] == Self.customText.replacing(#/<property [^>]*name="a">.*?<\/property>/#, with: ""))
  }

  @Test func removingWhatIsNotThereChangesNothing() throws {
    for old in [PatchBook(), Self.documented()] {
      let book = try old.patched {
        try $0.setProperty(.subject, to: "")
        try $0.setCustomProperty("zzz", to: nil)
      }
      #expect(book.changed == [])
      #expect(book.new.names == book.old.names)
    }
  }

  @Test func partsThatAreMissingAreMade() throws {
    for old in [PatchBook(), PatchBook().strict] {
      let isStrict = old.text("xl/workbook.xml").contains("purl")
      let book = try old.patched {
        try $0.setProperty(.title, to: "新")
        try $0.setProperty(.category, to: "c")
        try $0.setProperty(.company, to: "局")
        try $0.setCustomProperty("a", to: "九")
      }
      #expect(book.changed == ["[Content_Types].xml", "_rels/.rels", Self.app, Self.core, Self.custom])
      let properties = try Self.read(book).documentProperties()
      #expect(properties.title == "新")
      #expect(properties.category == "c")
      #expect(properties.company == "局")
      #expect(try Self.read(book).customProperties() == ["a": "九"])
      let list = PatchedBook.elements("Relationship", in: book["_rels/.rels"])
      let relations = isStrict ? PatchBook.strictRelations : PatchBook.relations
      #expect(
        list.first { $0["Target"] == "/" + Self.core }?["Type"] == Self.package
          + "/relationships/metadata/core-properties")
      #expect(
        list.first { $0["Target"] == "/" + Self.app }?["Type"] == relations
          + (isStrict ? "/extendedProperties" : "/extended-properties"))
      #expect(
        list.first { $0["Target"] == "/" + Self.custom }?["Type"] == relations
          + (isStrict ? "/customProperties" : "/custom-properties"))
      #expect(Set(list.map { $0["Id"] ?? "" }).count == list.count)
      let types = PatchedBook.elements("Override", in: book["[Content_Types].xml"])
      for (part, type) in [
        (Self.core, "application/vnd.openxmlformats-package.core-properties+xml"),
        (Self.app, "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
        (Self.custom, "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
      ] {
        #expect(types.first { $0["PartName"] == "/" + part }?["ContentType"] == type)
      }
      // Annex A of part 1 names the namespaces of strict files.
      let office =
        isStrict
        ? "http://purl.oclc.org/ooxml/officeDocument/" : "http://schemas.openxmlformats.org/officeDocument/2006/"
      #expect(book[Self.app].contains("xmlns=\"\(office)\(isStrict ? "extendedProperties" : "extended-properties")\""))
      #expect(book[Self.custom].contains("xmlns=\"\(office)\(isStrict ? "customProperties" : "custom-properties")\""))
      #expect(book[Self.custom].contains("=\"\(office)docPropsVTypes\""))
    }
  }

  @Test func aStrictListOfPropertiesStaysStrict() throws {
    var old = Self.documented().strict
    let office = "http://purl.oclc.org/ooxml/officeDocument/"
    old.replace(
      Self.custom, "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
      office + "customProperties")
    old.replace(
      Self.custom, "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes", office + "docPropsVTypes")
    old.replace("_rels/.rels", "/custom-properties", "/customProperties")
    let book = try old.patched { try $0.setCustomProperty("n", to: "v") }
    #expect(book.changed == [Self.custom])
    #expect(!book[Self.custom].contains("schemas.openxmlformats.org"))
    #expect(try Self.read(book).customProperties()["n"] == "v")
  }

  @Test func propertiesUnderOtherPrefixes() throws {
    var old = Self.documented()
    old.set(
      Self.core,
      """
      <coreProperties xmlns="\(Self.package)/metadata/core-properties" xmlns:d="http://purl.org/dc/elements/1.1/">\
      <d:title xml:lang="zh">旧</d:title><keywords>k</keywords></coreProperties>
      """)
    let book = try old.patched {
      try $0.setProperty(.title, to: "新")
      try $0.setProperty(.keywords, to: "词")
      try $0.setProperty(.subject, to: "题")
      try $0.setProperty(.category, to: "类")
    }
    let properties = try Self.read(book).documentProperties()
    #expect(properties.title == "新")
    #expect(properties.keywords == "词")
    #expect(properties.subject == "题")
    #expect(properties.category == "类")
  }

  @Test func aPropertyCanBeSetAgainInTheResult() throws {
    var old = Self.documented()
    old.set(Self.core, "<coreProperties xmlns=\"\(Self.package)/metadata/core-properties\"/>")
    old.set(
      Self.custom, "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>")
    var bytes = old.bytes
    for text in ["一", "二", "三"] {
      let patch = try WorkbookPatch(ofBytes: bytes, name: "test.xlsx")
      try patch.setProperty(.title, to: text)
      try patch.setProperty(.category, to: text)
      try patch.setCustomProperty("n", to: text)
      bytes = try patch.bytes()
      let read = try Workbook(bytes: bytes, name: "new.xlsx")
      #expect(try read.documentProperties().title == text)
      #expect(try read.documentProperties().category == text)
      #expect(try read.customProperties() == ["n": text])
      let core = try PackageParts(bytes)[Self.core]
      // Each prefix that stands in a tag is declared in that tag or at the root.
      for tag in core.matches(of: #/<(dc|cp):[a-zA-Z]+[^>]*>/#) {
        #expect(
          tag.0.contains("xmlns:\(tag.1)=")
            || PatchedBook.between("<coreProperties", ">", core).contains("xmlns:\(tag.1)="), "\(tag.0)")
      }
    }
  }

  @Test func anEmptyPropertyOfItsOwnIsFilled() throws {
    var old = Self.documented()
    old.replace(Self.custom, "<vt:i4>5</vt:i4></property>", "</property>")
    old.replace(Self.custom, "name=\"b &amp; c\"><vt:lpwstr>x</vt:lpwstr></property>", "name=\"b &amp; c\"/>")
    let book = try old.patched {
      try $0.setCustomProperty("a", to: "1")
      try $0.setCustomProperty("b & c", to: "2")
    }
    #expect(try Self.read(book).customProperties() == ["a": "1", "b & c": "2"])
  }

  @Test func impossiblePropertiesAreRefused() throws {
    let patch = try PatchBook().open()
    #expect(throws: XlsxWriteError.self) { try patch.setProperty(.title, to: "\u{1}") }
    for (name, text, code) in [
      ("", "a", XlsxWriteError.Code.badName), (String(repeating: "长", count: 256), "a", .tooLong),
      ("a", String(repeating: "长", count: 256), .tooLong),
      ("a\u{1}", "a", .badText), ("a", "\u{1}", .badText),
    ] {
      let error = #expect(throws: XlsxWriteError.self) { try patch.setCustomProperty(name, to: text) }
      #expect(error?.code == code)
    }
    #expect(try patch.bytes() == PatchBook().bytes)
  }

  @Test func brokenPropertiesAreNamed() {
    for part in [Self.core, Self.app, Self.custom] {
      var old = Self.documented()
      old.set(part, old.text(part).dropLast(3) + "")
      let error = old.refusal {
        try $0.setProperty(.title, to: "a")
        try $0.setProperty(.company, to: "a")
        try $0.setCustomProperty("a", to: "a")
      }
      #expect(error?.code == .cannotRead)
      #expect(error?.part == part)
    }
  }
}
