/** What a mock is told to do for a while, whatever its contract says: other answers, delays, faults. */
@NullMarked
package plumbline.mock.control;

import org.jspecify.annotations.NullMarked;
