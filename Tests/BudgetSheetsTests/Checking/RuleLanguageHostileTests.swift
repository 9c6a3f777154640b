import Foundation
import Testing

@testable import BudgetSheets

/// Rules that nobody writes in good faith are refused, or read in a time that has a bound; they never end the program.
@Suite struct RuleLanguageHostileTests {
  private func error(_ yaml: String) throws -> DefinitionError? {
    let set = try RuleLanguageSample.small()
    let start = ContinuousClock.now
    let error = RuleLanguageSample.error(yaml, in: set)
    #expect(ContinuousClock.now - start < .seconds(60))
    return error
  }

  @Test(arguments: [10, 900, 5_000, 200_000]) func deepNestingIsAnError(_ depth: Int) throws {
    for (open, close) in [("[", "]"), ("{a: ", "}"), ("- ", "")] {
      let nested = String(repeating: open, count: depth) + String(repeating: close, count: depth)
      #expect(try error(nested) != nil)
      #expect(try error("rules:\n  - {id: U01, rule: \(nested)}") != nil)
    }
  }

  @Test func bracketsInARuleMayBeDeep() throws {
    let deep = String(repeating: "(", count: 100_000) + String(repeating: ")", count: 100_000)
    #expect(try error("- {id: U01, rule: \"1[合计, \(deep)] = 5\"}") != nil)
    let open = String(repeating: "[", count: 100_000)
    #expect(try error("- {id: U01, rule: \"\(open) = 5\"}") != nil)
  }

  @Test func anchorsAreRefused() throws {
    let bomb = "a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: [*b, *b]\n"
    #expect(try error(bomb)?.line(in: .english).hasPrefix("u.yaml:1:4: anchors of YAML") == true)
    let key = "- ? &a [x, x]\n  : 1\n"
    #expect(try error(key)?.problem == .anchorNotTaken)
    #expect(try error("- {id: U01, rule: \"1[合计, 二] = 5\", say:&a b}")?.problem == .anchorNotTaken)
    #expect(try error("&a - {id: U01}")?.problem == .anchorNotTaken)
    #expect(try error("- {id: U01, rule: *a}") != nil)
    // What only looks a little like one is text.
    #expect(try error("- {id: U01, rule: \"1[合计, 二] = 5\", say: R&D 研发 & 试验}") == nil)
  }

  @Test func aFileOfTenMegabytesIsAnError() throws {
    let rule = "- {id: U01, rule: \"1[合计, 二] = 5\"}\n"
    #expect(try error(String(repeating: rule, count: 10_000_000 / rule.utf8.count))?.problem == .tooLarge(1 << 20))
    #expect(try error(String(repeating: " ", count: 10_000_000))?.problem == .tooLarge(1 << 20))
  }

  @Test func aRuleOfTenThousandTermsIsAnError() throws {
    let terms = Array(repeating: "1[合计, 二]", count: 10_000).joined(separator: " + ")
    let found = try error("- {id: U01, rule: \"\(terms) = 5\"}")
    #expect(found?.problem == .ruleMalformed(terms + " = 5", .tooManyTerms(RuleText.maximumTerms)))
    #expect(found?.line(in: .chinese).count ?? 0 < 200)
    let allowed = Array(repeating: "1[合计, 二]", count: 900).joined(separator: " + ")
    #expect(try error("- {id: U01, rule: \"\(allowed) = 5\"}") == nil)
  }

  @Test func manyRulesAndLongListsEndInTime() throws {
    let rules = (0..<5_000).map { "- {id: U\($0), rule: \"1[合计, 二] = \($0)\"}" }.joined(separator: "\n")
    let set = try RuleLanguageSample.small().addingRules(yaml: rules, file: "u.yaml")
    let start = ContinuousClock.now
    #expect(set.lint().isEmpty)
    #expect(ContinuousClock.now - start < .seconds(60))
    let list = Array(repeating: "\"1[合计, 二] = 5\"", count: 20_000).joined(separator: ", ")
    #expect(try error("- {id: U01, rule: [\(list)]}") == nil)
    #expect(try error("- {id: U01, rule: \"1[合计, 二] = 5\", when: [\(list)]}") != nil)
    #expect(try error(String(repeating: "- a\n", count: 200_000)) != nil)
  }

  @Test func aLongNameIsLookedUpInTime() throws {
    let name = String(repeating: "长", count: 300_000)
    #expect(try error("- {id: U01, rule: \"1[合计, \(name)] = 5\"}") != nil)
    #expect(try error("- {id: U01, \(name.prefix(300)): 5}") != nil)
  }

  @Test(arguments: ["\\a", "\\0", "\\e[31m", "\\x7f", "\\x85", "\\u2028", "\\u009b"])
  func aControlCharacterIsAnError(_ escape: String) throws {
    for yaml in [
      "- {id: U01, rule: \"1[合计, 二\(escape)] = 5\"}", "- {id: U01, rule: \"1[合计, 二] = 5\", say: \"说\(escape)\"}",
      "- {id: U01, rule: \"1[合计, 二] = 5\", basis: \"说\(escape)\"}",
      "conditions: {\"有\(escape)\": {rule: \"1[合计, 二] = 5\"}}",
      "- {id: U01, each: \"1[明细\(escape)]\", rule: \"二 = 5\"}",
      "- {id: U01, rule: \"1[合计, 二] = 5\", when: \"2[合计, 二\(escape)] = 5\"}",
    ] {
      let found = try #require(try error(yaml), "\(yaml)")
      guard case .ruleMalformed(_, .controlCharacter) = found.problem else {
        Issue.record("\(found)")
        continue
      }
      #expect(found.line(in: .english).unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    }
  }

  @Test func aRawControlCharacterIsToldWithItsPlace() throws {
    let found = try error("- {id: U01,\n   rule: \"1[合计, 二\u{7}] = 5\"}")
    #expect(found?.line(in: .english) == "u.yaml:2:18: not valid YAML: control characters are not allowed")
  }

  @Test func aLoneQuotationMarkIsAnError() throws {
    for rule in ["1[合计, \\\"二] = 5", "\\\" = 5", "1[合计, 二] = 5\\\""] {
      guard case .ruleMalformed(_, .quoteOpen)? = try error("- {id: U01, rule: \"\(rule)\"}")?.problem else {
        Issue.record("\(rule)")
        continue
      }
    }
  }

  /// Whatever is cut out of, or put into, real rules gives rules or an error.
  @Test(arguments: 0..<40) func mutilatedRulesNeverEndTheProgram(_ seed: Int) throws {
    let set = try RuleLanguageSample.published.get()
    let text = try String(
      contentsOf: RuleLanguageSample.root.appendingPathComponent("templates/luoyang-2023/between-forms.yaml"),
      encoding: .utf8
    ).replacing("id: X", with: "id: U").replacing(
      "conditions:\n", with: "conditions:\n  另一:\n    rule: \"01[收入：收入总计] = 1\"\n")
    var source = SeededSource(seed: UInt64(seed))
    let signs = Array("[](){}\"'=≤<>+-*/,：: |&…\n\t#%@`~!?甲01")
    for _ in 0..<25 {
      var characters = Array(text)
      for _ in 0..<Int.random(in: 1...4, using: &source) {
        let place = Int.random(in: 0..<characters.count, using: &source)
        switch Int.random(in: 0..<3, using: &source) {
        case 0: characters.remove(at: place)
        case 1: characters.insert(signs[Int.random(in: 0..<signs.count, using: &source)], at: place)
        default:
          let end = min(characters.count, place + Int.random(in: 1...60, using: &source))
          characters.removeSubrange(place..<end)
        }
      }
      do throws(DefinitionError) {
        let rules = try set.addingRules(yaml: String(characters), file: "u.yaml")
        _ = rules.lint()
      } catch {
        #expect(!error.line(in: .chinese).isEmpty)
      }
    }
  }
}

extension RuleLanguageHostileTests {
  /// A set, too, may come from anywhere.
  @Test(arguments: [50, 400, 990]) func deepHeadingsAreReadOrRefused(_ depth: Int) throws {
    let open = String(repeating: "{label: 甲, columns: [", count: depth / 2)
    let deep = open + "{label: 乙, type: amount}" + String(repeating: "]}", count: depth / 2)
    let file = try #require(RuleLanguageSample.files["2.yaml"])
      .replacing("  - {label: 二, type: amount}\n", with: "  - \(deep)\n  - {label: 二, type: amount}\n")
    do throws(DefinitionError) {
      let set = try RuleLanguageSample.small(["2.yaml": file])
      #expect(set.form("2")?.columns.map(\.depth).max() == depth / 2 + 1)
      #expect(set.lint().isEmpty)
    } catch {
      #expect(!error.line(in: .english).isEmpty)
    }
  }

  @Test func aChainOfManySumsIsFollowed() throws {
    let columns = (0..<2_000).map { "  - {label: 栏\($0), type: amount, sum: [栏\($0 + 1)]}" }.joined(separator: "\n")
    let file = try #require(RuleLanguageSample.files["2.yaml"])
      .replacing("  - {label: 二, type: amount}\n", with: "\(columns)\n  - {label: 栏2000, type: amount}\n")
    let set = try RuleLanguageSample.small(["2.yaml": file])
    let rules = try set.addingRules(
      yaml: "- {id: U01, rule: \"2[合计, 栏0] = 2[合计, 栏2000]\"}", file: "u.yaml")
    #expect(rules.lint().map(\.problem) == [.ruleImplied("2[合计, 栏0] = 2[合计, 栏2000]", by: "2:栏0")])
  }
}
