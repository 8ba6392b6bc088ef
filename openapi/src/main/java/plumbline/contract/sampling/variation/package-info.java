/** Makes values of one valid value: those just inside the bounds of a schema, and those that break one keyword. */
@NullMarked
package plumbline.contract.sampling.variation;

import org.jspecify.annotations.NullMarked;
