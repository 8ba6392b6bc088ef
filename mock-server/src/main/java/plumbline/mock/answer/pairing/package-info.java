/** Requests and responses that a document shows side by side, by examples of the same name. */
@NullMarked
package plumbline.mock.answer.pairing;

import org.jspecify.annotations.NullMarked;
