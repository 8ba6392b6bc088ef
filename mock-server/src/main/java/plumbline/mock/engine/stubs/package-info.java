/** WireMock's stubs and journal: those of the user, and the contract's behind them. */
@NullMarked
package plumbline.mock.engine.stubs;

import org.jspecify.annotations.NullMarked;
