/** Texts that programs lose parts of. */
@NullMarked
package plumbline.conformance.stories.texts;

import org.jspecify.annotations.NullMarked;
