/** A certificate for a mock that has none. */
@NullMarked
package plumbline.mock.tls;

import org.jspecify.annotations.NullMarked;
