import BudgetSheets
import Foundation
import Testing
import XlsxPackage
import XlsxRead

/// What comes from templates is held against the workbook written by itself, part for part.
@Suite struct BatchIssuerTests {
  static let names = [
    "县财政局", "县发展和改革委员会", "R&D <中心> \"甲\"", "O'Neil 局", "县文化广电和旅游局", "一二三四五六七八九十一二三四五", "😀局", "123", "0012", "合计",
    "万元", "县人民代表大会常务委员会办公室（机关）", " 前后有空 ", "局_x0041_", "A", "é", "e\u{301}", "县\n局", "=1+1", "局!",
    "县经济技术开发区管理委员会综合行政执法大队第一中队办公室",
  ]

  static func department(_ generator: inout some RandomNumberGenerator) -> DepartmentList.Department {
    let code = String(Int.random(in: 100...999, using: &generator))
    let units = (0..<Int.random(in: 0...3, using: &generator)).map { number in
      DepartmentList.Unit(
        code: code + (Bool.random(using: &generator) ? "00\(number + 1)" : "0\(number)"),
        name: names.randomElement(using: &generator) ?? "")
    }
    return DepartmentList.Department(
      code: Int.random(in: 0..<8, using: &generator) == 0 ? "" : code,
      name: names.randomElement(using: &generator) ?? "",
      units: units,
      fields: Bool.random(using: &generator)
        ? [] : [DepartmentList.Field(label: "联系人", text: names.randomElement(using: &generator) ?? "")])
  }

  @Test(arguments: [BatchIssuer.Way.copies, .cells])
  func workbooksFromTemplatesAreThoseWrittenByThemselves(way: BatchIssuer.Way) throws {
    let issuer = BatchIssuer(set: try ExchangePublishedBook.set(), way: way, expecting: 100)
    var generator = SeededSource(seed: 2024)
    for number in 0..<14 {
      let order = IssueOrder(
        department: Self.department(&generator), year: "2024", due: number % 2 == 0 ? "2023年10月31日" : nil,
        spareRows: 2)
      let (bytes, findings) = try issuer.bytes(of: order)
      let plain = try issuer.issuer.bytes(of: order)
      #expect(findings == plain.findings)
      let difference = try Self.difference(bytes, plain.bytes)
      #expect(difference == nil, "\(order.department)")
    }
    #expect(issuer.templateUses > 0)
  }

  @Test func departmentsOfOneShapeShareATemplate() throws {
    // The first of a kind is written by itself.
    let issuer = BatchIssuer(set: try ExchangePublishedBook.set())
    for number in 101...108 {
      let unit = DepartmentList.Unit(code: "\(number)001", name: "第 \(number) 局机关")
      let order = IssueOrder(
        department: DepartmentList.Department(code: "\(number)", name: "第 \(number) 局", units: [unit]), year: "2024")
      let difference = try Self.difference(issuer.bytes(of: order).bytes, issuer.issuer.bytes(of: order).bytes)
      #expect(difference == nil)
    }
    #expect(issuer.templateUses == 7)
  }

  /// Tells in words where two packages differ.
  static func difference(_ bytes: [UInt8], _ other: [UInt8]) throws -> String? {
    let archives = [try ZipArchive(bytes: bytes), try ZipArchive(bytes: other)]
    if archives[0].count != archives[1].count { return "\(archives[0].count) and \(archives[1].count) parts" }
    for index in 0..<archives[0].count {
      guard let first = archives[0].entry(index), let second = archives[1].entry(index), first.name == second.name
      else {
        return "part \(index)"
      }
      let content = try content(of: first, in: archives[0])
      let wanted = try self.content(of: second, in: archives[1])
      if content != wanted {
        let place = zip(content, wanted).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? 0
        let range = max(0, place - 80)..<min(place + 80, content.count)
        return "\(first.name), \(place): \(String(decoding: content[range], as: UTF8.self))"
      }
    }
    return nil
  }

  /// A part, whose checksum is compared by reading it to its end.
  static func content(of entry: ZipArchive.Entry, in archive: ZipArchive) throws -> [UInt8] {
    let reader = try archive.open(entry)
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try unsafe buffer.withUnsafeMutableBufferPointer { try unsafe reader.read(into: $0) }
      if count == 0 { return content }
      content += buffer[..<count]
    }
  }
}
