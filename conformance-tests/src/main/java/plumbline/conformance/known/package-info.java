/** What is known to exist on a server, and how that was learned. */
@NullMarked
package plumbline.conformance.known;

import org.jspecify.annotations.NullMarked;
