/** Why requests are answered as they are: in a header of the answer, and in a line for each request. */
@NullMarked
package plumbline.mock.because;

import org.jspecify.annotations.NullMarked;
