/** The rules by which the guard judges. */
@NullMarked
package plumbline.guard.rules;

import org.jspecify.annotations.NullMarked;
