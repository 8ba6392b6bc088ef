/** Compares schemas, keyword by keyword. */
@NullMarked
package plumbline.guard.comparison.schemas;

import org.jspecify.annotations.NullMarked;
