/** Bodies: from the octets of a media type to the JSON value that a schema judges, and back. */
@NullMarked
package plumbline.contract.body;

import org.jspecify.annotations.NullMarked;
