/** What the contract has to say about an exchange. */
@NullMarked
package plumbline.conformance.checks.scope;

import org.jspecify.annotations.NullMarked;
