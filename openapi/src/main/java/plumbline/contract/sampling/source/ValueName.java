package plumbline.contract.sampling.source;

/**
 * What a value is called.
 *
 * @param name the name of the property, or of the schema; empty if there is none
 * @param owner the name of the object that it is part of; empty if there is none
 */
public record ValueName(String name, String owner) {}
