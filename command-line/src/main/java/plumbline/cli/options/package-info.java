/** Options that commands share, and how their values are read. */
@NullMarked
package plumbline.cli.options;

import org.jspecify.annotations.NullMarked;
