/** What a run has found. */
@NullMarked
package plumbline.conformance.result;

import org.jspecify.annotations.NullMarked;
