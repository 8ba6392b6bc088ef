/** What is stored, for those who look after it rather than for clients. */
@NullMarked
package plumbline.mock.state.inventory;

import org.jspecify.annotations.NullMarked;
