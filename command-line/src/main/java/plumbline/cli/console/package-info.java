/** The process of a command: its standard streams, stack, heap and libraries, and what is said when it cannot write. */
@NullMarked
package plumbline.cli.console;

import org.jspecify.annotations.NullMarked;
