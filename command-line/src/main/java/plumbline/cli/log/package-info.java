/** A line for each request that a mock answers. */
@NullMarked
package plumbline.cli.log;

import org.jspecify.annotations.NullMarked;
