/** Serves a {@link plumbline.mock.engine.Responder} over HTTP on WireMock; the only users of WireMock and Jetty. */
@NullMarked
package plumbline.mock.engine;

import org.jspecify.annotations.NullMarked;
