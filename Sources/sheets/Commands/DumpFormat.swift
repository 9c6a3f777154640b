import ArgumentParser

/// The form in which `sheets dump` prints.
enum DumpFormat: String, ExpressibleByArgument, CaseIterable {
  case json
  case csv
  case tsv
}
