/** The run of the suite: who sends what is planned, judges what comes back and reports. */
@NullMarked
package plumbline.conformance.run;

import org.jspecify.annotations.NullMarked;
