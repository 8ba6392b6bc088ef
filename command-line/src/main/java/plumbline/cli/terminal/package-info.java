/** What the terminal is fit for. */
@NullMarked
package plumbline.cli.terminal;

import org.jspecify.annotations.NullMarked;
