/** Credentials for the security schemes of a contract that are fetched, and fetched again before they expire. */
@NullMarked
package plumbline.conformance.auth;

import org.jspecify.annotations.NullMarked;
