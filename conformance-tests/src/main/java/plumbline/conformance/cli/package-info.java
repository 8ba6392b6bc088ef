/** The suite on the command line. */
@NullMarked
package plumbline.conformance.cli;

import org.jspecify.annotations.NullMarked;
