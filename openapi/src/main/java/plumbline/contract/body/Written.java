package plumbline.contract.body;

import plumbline.contract.http.Body;

/**
 * A value written as a body.
 *
 * @param contentType the media type with all parameters that a reader needs
 * @param body the octets
 */
public record Written(String contentType, Body body) {}
