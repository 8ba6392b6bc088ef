/** The guard on the command line. */
@NullMarked
package plumbline.guard.cli;

import org.jspecify.annotations.NullMarked;
