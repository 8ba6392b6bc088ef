/** Stories: what takes several requests to see. */
@NullMarked
package plumbline.conformance.stories;

import org.jspecify.annotations.NullMarked;
