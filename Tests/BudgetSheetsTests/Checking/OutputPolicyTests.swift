import Testing

@testable import BudgetSheets

/// What the pages allow themselves.
@Suite struct OutputPolicyTests {
  @Test func theHashIsThatOfTheStandard() {
    #expect(SHA256.base64("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
    #expect(SHA256.base64("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
  }

  @Test func thePolicyNamesTheScriptAndTheStyleSheet() {
    #expect(HTMLScript.hash == "sha256-" + SHA256.base64(HTMLScript.text.description))
    #expect(HTMLStyle.hash == "sha256-" + SHA256.base64(HTMLStyle.text.description))
  }
}
