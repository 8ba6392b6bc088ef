/** Who may do what, and how much may be sent. */
@NullMarked
package plumbline.mock.engine.access;

import org.jspecify.annotations.NullMarked;
