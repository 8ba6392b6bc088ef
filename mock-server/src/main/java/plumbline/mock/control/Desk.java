package plumbline.mock.control;

import plumbline.contract.http.Response;

/** Answers for one part of the administration of the mock. */
@FunctionalInterface
public interface Desk {
    /** {@return what becomes of the call} */
    Response answer(Call call);
}
