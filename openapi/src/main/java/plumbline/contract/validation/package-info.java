/** Judging messages against the contract. */
@NullMarked
package plumbline.contract.validation;

import org.jspecify.annotations.NullMarked;
