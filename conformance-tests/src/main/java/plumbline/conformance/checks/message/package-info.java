/** Checks of the message that comes back, by itself and beside others. */
@NullMarked
package plumbline.conformance.checks.message;

import org.jspecify.annotations.NullMarked;
