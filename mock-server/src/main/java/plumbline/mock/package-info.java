/** The mock server: starts, stops, and can be used inside JUnit tests. */
@NullMarked
package plumbline.mock;

import org.jspecify.annotations.NullMarked;
