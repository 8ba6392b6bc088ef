/** Words of users and for users: patterns of names, likely spellings, and text that is safe to show. */
@NullMarked
package plumbline.text;

import org.jspecify.annotations.NullMarked;
