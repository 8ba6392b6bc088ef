/** The standard streams, and what is said when they or files cannot be written. */
@NullMarked
package plumbline.cli.console;

import org.jspecify.annotations.NullMarked;
