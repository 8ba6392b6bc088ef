/** How operations are made to answer otherwise for a while. */
@NullMarked
package plumbline.mock.control.switches;

import org.jspecify.annotations.NullMarked;
