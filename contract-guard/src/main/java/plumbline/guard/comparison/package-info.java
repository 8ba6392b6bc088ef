/** What a change of a contract does to those who rely on it, operation by operation. */
@NullMarked
package plumbline.guard.comparison;

import org.jspecify.annotations.NullMarked;
