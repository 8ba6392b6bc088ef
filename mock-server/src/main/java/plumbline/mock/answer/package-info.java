/** Answering requests from the contract, step by step and without a socket. */
@NullMarked
package plumbline.mock.answer;

import org.jspecify.annotations.NullMarked;
