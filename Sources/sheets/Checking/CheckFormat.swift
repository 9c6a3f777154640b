import ArgumentParser

/// The form in which `sheets check` prints.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
  case ndjson
  case sarif
  case html
}
