/** Holds the mock, as users start it, under a mixed load for long. */
@NullMarked
package plumbline.soak;

import org.jspecify.annotations.NullMarked;
