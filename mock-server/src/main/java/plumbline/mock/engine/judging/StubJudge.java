package plumbline.mock.engine.judging;

import java.util.List;
import plumbline.contract.http.Response;
import plumbline.contract.validation.Violation;

/** Judges the answers of stubs. */
@FunctionalInterface
public interface StubJudge {
    /**
     * {@return how the answer of a stub breaks the contract}
     *
     * @param method the method that it answers; {@code ANY} for all
     * @param path the path that it answers, or the template of such
     * @param response the answer
     */
    List<Violation> violations(String method, String path, Response response);
}
