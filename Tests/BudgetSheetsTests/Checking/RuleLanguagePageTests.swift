import Foundation
import Testing

@testable import BudgetSheets

/// Every example of the page about rules does what the page says.
@Suite struct RuleLanguagePageTests {
  private struct Block {
    var kind: String
    var text: String
  }

  private func blocks() throws -> [Block] {
    let page = try String(contentsOf: RuleLanguageSample.root.appendingPathComponent("docs/rules.md"), encoding: .utf8)
    var blocks: [Block] = []
    var isInside = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if !isInside { blocks.append(Block(kind: String(line.dropFirst(3)), text: "")) }
        isInside.toggle()
      } else if isInside {
        blocks[blocks.count - 1].text += line + "\n"
      }
    }
    return blocks
  }

  @Test func everyExampleIsReadAndHasNothingToLint() throws {
    let set = try RuleLanguageSample.published.get()
    let examples = try blocks().filter { $0.kind == "yaml" }
    #expect(examples.count >= 8)
    for example in examples {
      let rules = try set.addingRules(yaml: example.text, file: "county.yaml")
      #expect(rules.addedRules > 0)
      #expect(rules.lint().isEmpty, "\(rules.lint()) of \(example.text)")
      let added = Checker(set: rules).rules.filter { $0.source.hasPrefix("county.yaml:") }
      #expect(added.count == rules.addedRules && added.allSatisfy { !$0.example(in: .chinese).isEmpty })
    }
  }

  @Test func everyExampleIsJudgedOnAPublishedBook() throws {
    let set = try RuleLanguageSample.published.get()
    // With its notes: a form without amounts and note was never filled in.
    let book = try SampleBook(.published).book
    for example in try blocks() where example.kind == "yaml" {
      let rules = try set.addingRules(yaml: example.text, file: "county.yaml")
      let results = Checker(set: rules).check(book, prior: PriorBook(book)).rules.suffix(rules.addedRules)
      for result in results {
        #expect(result.ledger.due > 0 || result.text.contains("sum(08"), "\(result)")
        #expect(result.ledger.notChecked == 0, "\(result)")
      }
    }
  }

  @Test func everyMistakeIsToldAsThePageSays() throws {
    let set = try RuleLanguageSample.published.get()
    let blocks = try blocks()
    var count = 0
    for (example, told) in zip(blocks, blocks.dropFirst()) where ["yaml error", "yaml lint"].contains(example.kind) {
      #expect(told.kind == "text")
      var lines: [String] = []
      do throws(DefinitionError) {
        lines = try set.addingRules(yaml: example.text, file: "county.yaml").lint().map { $0.line(in: .english) }
        #expect(example.kind == "yaml lint")
      } catch {
        lines = [error.line(in: .english)]
        #expect(example.kind == "yaml error")
      }
      #expect(lines.joined(separator: "\n") + "\n" == told.text)
      count += 1
    }
    #expect(count >= 8)
  }

  @Test func whatIsSaidOfTheSetStandsInIt() throws {
    let folder = RuleLanguageSample.root.appendingPathComponent("templates/luoyang-2023")
    for example in try blocks() where example.kind.hasPrefix("yaml ") && example.kind.hasSuffix(".yaml") {
      let file = try String(
        contentsOf: folder.appendingPathComponent(String(example.kind.dropFirst(5))), encoding: .utf8)
      #expect(file.contains(example.text), "\(example)")
    }
  }

  @Test func theKindsOnThePageAreThoseThereAre() throws {
    let page = try String(contentsOf: RuleLanguageSample.root.appendingPathComponent("docs/rules.md"), encoding: .utf8)
    guard
      case .valueUnknown(_, let kinds)? = RuleLanguageSample.error(
        "- {id: U01, check: none, of: \"01\"}", in: try RuleLanguageSample.published.get())?.problem
    else {
      Issue.record("no list of kinds")
      return
    }
    for kind in kinds { #expect(page.contains("| `\(kind)` |"), "\(kind)") }
  }
}
