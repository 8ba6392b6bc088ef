/** HTTP messages as plain values (RFC 9110), free of any server or client. */
@NullMarked
package plumbline.contract.http;

import org.jspecify.annotations.NullMarked;
