/** The client of the suite: says exactly what a case says and hides nothing of what comes back. */
@NullMarked
package plumbline.conformance.http;

import org.jspecify.annotations.NullMarked;
