/** The suite as JUnit tests. */
@NullMarked
package plumbline.conformance.junit;

import org.jspecify.annotations.NullMarked;
