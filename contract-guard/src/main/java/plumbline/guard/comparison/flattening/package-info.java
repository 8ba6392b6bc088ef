/** What schemas ask for in the end, however they are put together. */
@NullMarked
package plumbline.guard.comparison.flattening;

import org.jspecify.annotations.NullMarked;
