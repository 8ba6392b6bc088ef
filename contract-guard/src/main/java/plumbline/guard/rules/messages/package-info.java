/** Looks at what is sent: bodies, examples and fixtures. */
@NullMarked
package plumbline.guard.rules.messages;

import org.jspecify.annotations.NullMarked;
