/** Looks at schemas: whether they mean what their authors mean, and whether any value fits. */
@NullMarked
package plumbline.guard.rules.schemas;

import org.jspecify.annotations.NullMarked;
