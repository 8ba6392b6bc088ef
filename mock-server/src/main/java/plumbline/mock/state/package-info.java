/** What has been created, changed and removed: the store, which knows no HTTP. */
@NullMarked
package plumbline.mock.state;

import org.jspecify.annotations.NullMarked;
