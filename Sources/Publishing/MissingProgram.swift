// A program of the system that a command needs and that is not there.

/// The command line answers with exit code 69.
package struct MissingProgram: Error, Sendable {
  package let name: String
  /// What it is needed for.
  package let reason: String
  /// How to install it.
  package let help: String
}
