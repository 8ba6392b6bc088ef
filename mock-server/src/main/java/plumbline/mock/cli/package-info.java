/** The command line of the mock server. */
@NullMarked
package plumbline.mock.cli;

import org.jspecify.annotations.NullMarked;
