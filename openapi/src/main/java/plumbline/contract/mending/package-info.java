/** Reads a document with blemishes as its author meant it, and leaves out what cannot be understood. */
@NullMarked
package plumbline.contract.mending;

import org.jspecify.annotations.NullMarked;
