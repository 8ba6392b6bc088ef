/** The options of the mock alone. */
@NullMarked
package plumbline.cli.options.serving;

import org.jspecify.annotations.NullMarked;
