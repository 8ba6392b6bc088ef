/** How an answer tells what is wrong: as a problem in its body (RFC 9457), or in a header beside another body. */
@NullMarked
package plumbline.mock.answer.problem;

import org.jspecify.annotations.NullMarked;
