/** Items that a run creates for itself, so that nothing else is changed. */
@NullMarked
package plumbline.conformance.items;

import org.jspecify.annotations.NullMarked;
