/** How work grows with documents. */
@NullMarked
package plumbline.growth;

import org.jspecify.annotations.NullMarked;
