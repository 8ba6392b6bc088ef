package plumbline.contract.resources;

/**
 * What a path parameter of an operation names.
 *
 * @param parameter the parameter, by its name in the operation
 * @param resource the resource that it names an item of
 * @param key the parameter of the resource's item path that stands for the same
 */
public record Binding(String parameter, Resource resource, String key) {}
