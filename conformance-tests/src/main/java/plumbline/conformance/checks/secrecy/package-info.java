/** Checks that answers give nothing away that clients should not see. */
@NullMarked
package plumbline.conformance.checks.secrecy;

import org.jspecify.annotations.NullMarked;
