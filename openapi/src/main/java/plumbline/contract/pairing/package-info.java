/** Requests and responses that a document shows side by side, by the names of their examples. */
@NullMarked
package plumbline.contract.pairing;

import org.jspecify.annotations.NullMarked;
