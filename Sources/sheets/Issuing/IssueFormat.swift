import ArgumentParser

/// The form in which `sheets new` prints.
enum IssueFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}
