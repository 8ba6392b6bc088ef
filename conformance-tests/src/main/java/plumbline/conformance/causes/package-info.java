/** What findings have one root: those of one answer, and those of many. */
@NullMarked
package plumbline.conformance.causes;

import org.jspecify.annotations.NullMarked;
