/** Proof that the checks would notice: answers of a run are broken in every way that the contract rules out, and judged. */
@NullMarked
package plumbline.conformance.proof;

import org.jspecify.annotations.NullMarked;
