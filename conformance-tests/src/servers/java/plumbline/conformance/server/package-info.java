/** Servers for tests: right ones, wrong ones and odd ones. */
@NullMarked
package plumbline.conformance.server;

import org.jspecify.annotations.NullMarked;
