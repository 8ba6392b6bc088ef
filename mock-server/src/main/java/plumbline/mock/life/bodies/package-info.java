/** Bodies in which answers show what is kept. */
@NullMarked
package plumbline.mock.life.bodies;

import org.jspecify.annotations.NullMarked;
