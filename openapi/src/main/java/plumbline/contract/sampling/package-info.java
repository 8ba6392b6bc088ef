/** Making values and requests that obey the contract. */
@NullMarked
package plumbline.contract.sampling;

import org.jspecify.annotations.NullMarked;
