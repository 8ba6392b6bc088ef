/** Where requests are sent, with which credentials, and what comes back. */
@NullMarked
package plumbline.conformance.target;

import org.jspecify.annotations.NullMarked;
