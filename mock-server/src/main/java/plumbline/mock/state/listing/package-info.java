/** Which of the stored items a list shows, in which order and on which page, by the usual names of parameters. */
@NullMarked
package plumbline.mock.state.listing;

import org.jspecify.annotations.NullMarked;
