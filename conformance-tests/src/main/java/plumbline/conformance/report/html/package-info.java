/** The report as a page. */
@NullMarked
package plumbline.conformance.report.html;

import org.jspecify.annotations.NullMarked;
