/** What is done once, so that later starts are fast. */
@NullMarked
package plumbline.cli.rehearsal;

import org.jspecify.annotations.NullMarked;
