/** A mistake in an experiment file or on the command line; the message is all that the user needs. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}
