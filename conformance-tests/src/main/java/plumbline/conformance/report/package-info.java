/** Writers of a report, by format. */
@NullMarked
package plumbline.conformance.report;

import org.jspecify.annotations.NullMarked;
