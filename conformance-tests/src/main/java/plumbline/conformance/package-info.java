/** The pipeline of the conformance suite: cases, exchanges, checks, verdicts and the report. */
@NullMarked
package plumbline.conformance;

import org.jspecify.annotations.NullMarked;
