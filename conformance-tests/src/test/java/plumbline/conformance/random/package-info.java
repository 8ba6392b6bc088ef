/** Makes contracts of many kinds. */
@NullMarked
package plumbline.conformance.random;

import org.jspecify.annotations.NullMarked;
