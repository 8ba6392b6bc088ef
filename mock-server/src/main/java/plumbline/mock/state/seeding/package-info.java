/** What is there before anything is written: fixtures, examples, samples. */
@NullMarked
package plumbline.mock.state.seeding;

import org.jspecify.annotations.NullMarked;
