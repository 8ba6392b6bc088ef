/** The page that shows the mock to people, and what it asks for. */
@NullMarked
package plumbline.mock.page;

import org.jspecify.annotations.NullMarked;
