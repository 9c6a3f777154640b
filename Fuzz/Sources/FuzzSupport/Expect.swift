/// Ends the run where something is not as it must be; unlike a precondition, it says what in a release build too.
public func expect(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fatalError(message()) }
}
