/** What reading a body comes to: a value, and what could not be read as documented. */
@NullMarked
package plumbline.contract.body.reading;

import org.jspecify.annotations.NullMarked;
