/**
 * The words of the engine that serves a {@link plumbline.mock.engine.Responder} over HTTP. Only the packages below this one
 * know WireMock and Jetty.
 */
@NullMarked
package plumbline.mock.engine;

import org.jspecify.annotations.NullMarked;
