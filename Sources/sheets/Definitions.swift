import ArgumentParser
import BudgetSheets

/// Runs what needs the form sets; a definition that is wrong is told with file, line and column, and ends the command.
func withDefinitions<T>(_ options: CommonOptions, _ body: () throws(DefinitionError) -> T) throws -> T {
  do {
    return try body()
  } catch {
    Console.message(error.line(in: options.language))
    throw ExitCode(ExitStatus.usage.rawValue)
  }
}
