/** Builds projects that use what this build has made, as users would. */
@NullMarked
package plumbline.consumers;

import org.jspecify.annotations.NullMarked;
