/** The conformance suite put together from what a user gives. */
@NullMarked
package plumbline.conformance.suite;

import org.jspecify.annotations.NullMarked;
