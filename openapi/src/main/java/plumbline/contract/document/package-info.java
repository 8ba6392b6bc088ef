/** Documents as trees in which every value knows its place, and references between them. */
@NullMarked
package plumbline.contract.document;

import org.jspecify.annotations.NullMarked;
