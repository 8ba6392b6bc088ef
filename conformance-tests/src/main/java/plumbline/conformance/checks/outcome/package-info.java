/** Checks of what a server does with a request: it serves, refuses, and does not fail. */
@NullMarked
package plumbline.conformance.checks.outcome;

import org.jspecify.annotations.NullMarked;
