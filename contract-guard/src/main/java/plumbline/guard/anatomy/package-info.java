/** The objects of a document, each by the kind that OpenAPI gives it. */
@NullMarked
package plumbline.guard.anatomy;

import org.jspecify.annotations.NullMarked;
