/** What the guard finds, by which rules, and what users live with. */
@NullMarked
package plumbline.guard.finding;

import org.jspecify.annotations.NullMarked;
