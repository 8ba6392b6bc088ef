/** Regular expressions as JSON Schema means them: those of ECMA-262, unanchored, and never without end. */
@NullMarked
package plumbline.contract.pattern;

import org.jspecify.annotations.NullMarked;
