/** Which items a contract lets a mock keep, and what values of them are like. */
@NullMarked
package plumbline.mock.state.kinds;

import org.jspecify.annotations.NullMarked;
