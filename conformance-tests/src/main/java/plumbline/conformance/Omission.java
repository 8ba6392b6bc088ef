package plumbline.conformance;

/**
 * Something that a run does not check.
 *
 * @param operation the operation
 * @param phase the phase
 * @param what what is left out
 * @param reason why, and what the user can do about it
 */
public record Omission(String operation, Phase phase, String what, String reason) {}
