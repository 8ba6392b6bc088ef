/** Has a mock serve what its files and URLs say by now. */
@NullMarked
package plumbline.mock.reload;

import org.jspecify.annotations.NullMarked;
