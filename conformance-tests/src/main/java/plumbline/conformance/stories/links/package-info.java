/** Stories about the links that a contract draws from one answer to the next request. */
@NullMarked
package plumbline.conformance.stories.links;

import org.jspecify.annotations.NullMarked;
