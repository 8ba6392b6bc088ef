/** Whether a target can be tested at all as things are set up: asked before the first case, and watched from then on. */
@NullMarked
package plumbline.conformance.probe;

import org.jspecify.annotations.NullMarked;
