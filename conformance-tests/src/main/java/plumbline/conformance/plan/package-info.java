/** Which cases a run sends, and in which order. */
@NullMarked
package plumbline.conformance.plan;

import org.jspecify.annotations.NullMarked;
