/** The guard: finds what is wrong with a contract, its examples and its fixtures, without any server. */
@NullMarked
package plumbline.guard;

import org.jspecify.annotations.NullMarked;
