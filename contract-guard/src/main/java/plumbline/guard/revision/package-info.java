/** Contracts as they were: in another file, at an address, or in a revision of a git repository. */
@NullMarked
package plumbline.guard.revision;

import org.jspecify.annotations.NullMarked;
