/** Checks, each of one aspect of an exchange. */
@NullMarked
package plumbline.conformance.checks;

import org.jspecify.annotations.NullMarked;
