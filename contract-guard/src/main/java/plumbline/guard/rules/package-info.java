/** What a contract should be like, and what it takes to look at it. */
@NullMarked
package plumbline.guard.rules;

import org.jspecify.annotations.NullMarked;
