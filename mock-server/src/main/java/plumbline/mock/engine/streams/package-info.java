/** Answers that are sent bit by bit, for as long as it takes. */
@NullMarked
package plumbline.mock.engine.streams;

import org.jspecify.annotations.NullMarked;
