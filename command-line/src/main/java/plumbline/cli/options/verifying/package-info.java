/** Options of {@code verify} alone. */
@NullMarked
package plumbline.cli.options.verifying;

import org.jspecify.annotations.NullMarked;
