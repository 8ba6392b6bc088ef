/** Faults of a document while it is mended, and the tree in which they are. */
@NullMarked
package plumbline.contract.mending.fault;

import org.jspecify.annotations.NullMarked;
