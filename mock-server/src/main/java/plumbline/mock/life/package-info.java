/** Answers requests from what is stored: reads it, lists it, and changes it as the contract says. */
@NullMarked
package plumbline.mock.life;

import org.jspecify.annotations.NullMarked;
