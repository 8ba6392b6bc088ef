/** Right requests, and the data that they are made of. */
@NullMarked
package plumbline.conformance.cases.requests;

import org.jspecify.annotations.NullMarked;
