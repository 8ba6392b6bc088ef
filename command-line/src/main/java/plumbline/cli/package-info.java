/** The suite on the command line. */
@NullMarked
package plumbline.cli;

import org.jspecify.annotations.NullMarked;
