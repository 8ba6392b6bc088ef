/** How the user's stubs are held to the contract. */
@NullMarked
package plumbline.mock.engine.judging;

import org.jspecify.annotations.NullMarked;
