package plumbline.mock.answer;

import plumbline.contract.http.Response;

/**
 * A response and where its body is from.
 *
 * @param response the response
 * @param source where its body is from
 */
record MadeResponse(Response response, Source source) {
    enum Source {
        FIXTURE,
        EXAMPLE,
        SAMPLE,
        /** There is no body, or one that no wish has a say in. */
        NONE
    }

    boolean hasSource() {
        return source != Source.NONE;
    }
}
