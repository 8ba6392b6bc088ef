/** The connections of clients: how many there may be, and how long they may take to say what they want. */
@NullMarked
package plumbline.mock.engine.connections;

import org.jspecify.annotations.NullMarked;
