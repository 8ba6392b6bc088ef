/** What the reports of the suite and of the guard have in common: the rules of the formats that they are written in. */
@NullMarked
package plumbline.output;

import org.jspecify.annotations.NullMarked;
