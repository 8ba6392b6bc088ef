/** Items that show the items of a collection below them: what the two say is the same. */
@NullMarked
package plumbline.mock.state.parts;

import org.jspecify.annotations.NullMarked;
