/** The headers of responses that the contract documents, as far as can be true or plausible. */
@NullMarked
package plumbline.mock.answer.header;

import org.jspecify.annotations.NullMarked;
