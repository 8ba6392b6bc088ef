/** What a contract says, as values: operations with their parameters, bodies, responses, schemas and credentials. */
@NullMarked
package plumbline.contract.operation;

import org.jspecify.annotations.NullMarked;
