/** The kinds of changes, and what each does to clients. */
@NullMarked
package plumbline.guard.comparison.changes;

import org.jspecify.annotations.NullMarked;
