/** Who is trusted at the other end of a secure connection, and as whom we come. */
@NullMarked
package plumbline.conformance.tls;

import org.jspecify.annotations.NullMarked;
