package plumbline.mock.engine.stubs;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.matching.RequestPattern;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.UUID;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.mock.engine.Breakage;
import plumbline.mock.engine.EngineAnswer;
import plumbline.mock.engine.Responder;

/** The one stub behind all others: matches every request and lets the {@link Responder} answer it. */
final class ContractStub implements ResponseDefinitionTransformerV2 {
    private static final String NAME = "plumbline-contract";
    private static final UUID ID = UUID.fromString("706c756d-626c-496e-8563-6f6e74726163");

    private volatile Responder responder = request -> EngineAnswer.now(Response.of(503));

    /** {@return whether a stub is this one} */
    static boolean is(StubMapping stub) {
        return ID.equals(stub.getId());
    }

    /** Sets who answers from now on. */
    void answerBy(Responder other) {
        responder = other;
    }

    /** {@return the stub as WireMock's journal shows it} */
    StubMapping mapping() {
        ResponseDefinition response = ResponseDefinitionBuilder.responseDefinition()
                .withTransformers(NAME)
                .build();
        StubMapping mapping = new StubMapping(RequestPattern.ANYTHING, response);
        mapping.setId(ID);
        mapping.setName(NAME);
        mapping.setPriority(Integer.MAX_VALUE);
        return mapping;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        return definition(answer(request(event.getRequest())));
    }

    EngineAnswer answer(Request request) {
        return responder.answer(request);
    }

    private static Request request(LoggedRequest logged) {
        String url = logged.getUrl();
        int mark = url.indexOf('?');
        return new Request(
                logged.getMethod().value(),
                mark < 0 ? url : url.substring(0, mark),
                mark < 0 ? "" : url.substring(mark + 1),
                "https".equals(logged.getScheme())
                        ? secure(HeaderLines.lines(logged.getHeaders()))
                        : HeaderLines.lines(logged.getHeaders()),
                Body.of(logged.getBody()));
    }

    /** Who answers knows no connections, but makes links. */
    private static Headers secure(Headers headers) {
        return headers.contains("X-Forwarded-Proto") ? headers : headers.and("X-Forwarded-Proto", "https");
    }

    static ResponseDefinition definition(EngineAnswer answer) {
        Response response = answer.response();
        ResponseDefinitionBuilder definition = ResponseDefinitionBuilder.responseDefinition()
                .withStatus(response.status())
                .withBody(response.body().bytes());
        if (!answer.delay().isZero()) {
            definition.withFixedDelay(Math.toIntExact(answer.delay().toMillis()));
        }
        ResponseDefinition plain = definition.build();
        return new ResponseDefinition(
                plain.getStatus(),
                null,
                plain.getReponseBody(),
                null,
                new HeaderLines(response.headers(), answer.rest()),
                null,
                null,
                plain.getFixedDelayMilliseconds(),
                null,
                null,
                null,
                null,
                answer.breakage() == null ? null : fault(answer.breakage()),
                null,
                plain.getTransformerParameters(),
                true);
    }

    static Fault fault(Breakage breakage) {
        return switch (breakage) {
            case RESET -> Fault.CONNECTION_RESET_BY_PEER;
            case EMPTY -> Fault.EMPTY_RESPONSE;
            case GARBAGE -> Fault.RANDOM_DATA_THEN_CLOSE;
            case CHUNK -> Fault.MALFORMED_RESPONSE_CHUNK;
        };
    }
}
