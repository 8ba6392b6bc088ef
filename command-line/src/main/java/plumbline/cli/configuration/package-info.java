/** Where options come from that are not on the command line: the environment and {@code plumbline.yaml}. */
@NullMarked
package plumbline.cli.configuration;

import org.jspecify.annotations.NullMarked;
