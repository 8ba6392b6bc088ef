/** Schemas of any OpenAPI version as plain JSON Schema 2020-12, one for each direction. */
@NullMarked
package plumbline.contract.validation.rewriting;

import org.jspecify.annotations.NullMarked;
