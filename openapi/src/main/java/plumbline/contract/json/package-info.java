/** Reading JSON without mercy: one value, no duplicate names, nothing behind it (RFC 8259). */
@NullMarked
package plumbline.contract.json;

import org.jspecify.annotations.NullMarked;
