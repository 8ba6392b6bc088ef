/** The contract: an OpenAPI document read into operations, and the way from a request to its operation. */
@NullMarked
package plumbline.contract;

import org.jspecify.annotations.NullMarked;
