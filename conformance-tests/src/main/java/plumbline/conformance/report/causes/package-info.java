/** The findings of a run by their causes. */
@NullMarked
package plumbline.conformance.report.causes;

import org.jspecify.annotations.NullMarked;
