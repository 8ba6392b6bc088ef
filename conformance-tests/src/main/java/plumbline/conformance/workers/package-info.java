/** What is under way at the same time, and what is not. */
@NullMarked
package plumbline.conformance.workers;

import org.jspecify.annotations.NullMarked;
