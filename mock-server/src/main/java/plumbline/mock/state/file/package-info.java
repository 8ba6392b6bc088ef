/** Keeps what is stored in a file, from one run of a mock to the next. */
@NullMarked
package plumbline.mock.state.file;

import org.jspecify.annotations.NullMarked;
