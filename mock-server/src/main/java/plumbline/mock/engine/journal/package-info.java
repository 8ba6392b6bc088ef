/** What was asked and answered, without credentials. */
@NullMarked
package plumbline.mock.engine.journal;

import org.jspecify.annotations.NullMarked;
