/** The mock before a real server: passes requests on, judges what goes and what comes, and answers what the server lacks. */
@NullMarked
package plumbline.mock.upstream;

import org.jspecify.annotations.NullMarked;
