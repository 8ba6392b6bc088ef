/** The engine's door: HTTP over Jetty, handed to WireMock's stubs. */
@NullMarked
package plumbline.mock.engine.http;

import org.jspecify.annotations.NullMarked;
