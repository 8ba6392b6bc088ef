/** Swagger 2.0 documents, written anew as OpenAPI 3.0. */
@NullMarked
package plumbline.contract.swagger;

import org.jspecify.annotations.NullMarked;
