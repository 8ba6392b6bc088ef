/** Credentials: how they are sent, hidden and shown. */
@NullMarked
package plumbline.conformance.credentials;

import org.jspecify.annotations.NullMarked;
