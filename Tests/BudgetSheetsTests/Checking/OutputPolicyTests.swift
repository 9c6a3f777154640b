import Foundation
import Testing
import XlsxPackage

@testable import BudgetSheets

/// What the pages allow themselves.
@Suite struct OutputPolicyTests {
  @Test func thePolicyNamesTheScriptAndTheStyleSheet() throws {
    #expect(try Self.digest(HTMLScript.hash) == FileDigest.sha256(Array(HTMLScript.text.description.utf8)))
    #expect(try Self.digest(HTMLStyle.hash) == FileDigest.sha256(Array(HTMLStyle.text.description.utf8)))
  }

  /// The digits of a hash as a policy names it, in base 64.
  private static func digest(_ hash: String) throws -> String {
    #expect(hash.hasPrefix("sha256-"))
    let bytes = try #require(Data(base64Encoded: String(hash.dropFirst(7))))
    return bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
