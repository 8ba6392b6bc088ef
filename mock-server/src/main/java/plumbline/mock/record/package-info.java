/** Makes fixtures of what a real server answers, without anybody's secrets and personal data. */
@NullMarked
package plumbline.mock.record;

import org.jspecify.annotations.NullMarked;
