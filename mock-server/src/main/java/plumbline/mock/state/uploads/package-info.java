/** Octets that clients put under one path, and read there again. */
@NullMarked
package plumbline.mock.state.uploads;

import org.jspecify.annotations.NullMarked;
