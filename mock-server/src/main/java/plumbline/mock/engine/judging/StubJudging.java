package plumbline.mock.engine.judging;

import java.util.function.Consumer;

/**
 * How the user's stubs are judged.
 *
 * @param policy what becomes of those that break the contract
 * @param judge finds them
 * @param listener takes those that are used all the same
 */
public record StubJudging(StubPolicy policy, StubJudge judge, Consumer<String> listener) {}
