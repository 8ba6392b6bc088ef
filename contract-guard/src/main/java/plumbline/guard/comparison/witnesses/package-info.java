/** Values that tell two schemas apart: what one takes and the other refuses. */
@NullMarked
package plumbline.guard.comparison.witnesses;

import org.jspecify.annotations.NullMarked;
