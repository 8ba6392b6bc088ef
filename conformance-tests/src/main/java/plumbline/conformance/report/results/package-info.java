/** What all reports tell. */
@NullMarked
package plumbline.conformance.report.results;

import org.jspecify.annotations.NullMarked;
