/** Commands of the user around a run. */
@NullMarked
package plumbline.conformance.hooks;

import org.jspecify.annotations.NullMarked;
