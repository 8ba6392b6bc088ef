/** XML as the values that schemas describe, by their {@code xml} hints, and back. */
@NullMarked
package plumbline.contract.body.xml;

import org.jspecify.annotations.NullMarked;
