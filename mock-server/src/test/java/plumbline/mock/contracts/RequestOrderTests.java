package plumbline.mock.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.Contract;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.validation.Schemas;
import plumbline.fixtures.Fixtures;
import plumbline.mock.answer.AnswerOptions;
import plumbline.mock.answer.ContractResponder;

/** The same URL gives the same octets, in any order of requests and from any thread. */
class RequestOrderTests {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final String BUILT_IN = "the built-in contract";
    private static final int THREADS = 8;

    static List<String> documents() {
        Stream<String> others = Stream.of("library.yaml", "media-types.yaml", "mutual-recursion.yaml")
                .map(file -> RESOURCES.resolve(file).toString());
        return Stream.of(Documents.all().stream().map(Path::toString), others, Stream.of(BUILT_IN))
                .flatMap(documents -> documents)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void answersAreTheSameInAnyOrderAndFromAnyThread(String document)
            throws UnsatisfiableException, ExecutionException, InterruptedException {
        List<Request> requests = requests(document);
        List<Request> backwards = new ArrayList<>(requests);
        Collections.reverse(backwards);

        Map<Request, Response> answers = ask(responder(document), requests);

        assertThat(answers).hasSizeGreaterThanOrEqualTo(2);
        assertThat(ask(responder(document), backwards)).isEqualTo(answers);
        for (Map<Request, Response> fromOneThread : askFromManyThreads(responder(document), requests)) {
            assertThat(fromOneThread).isEqualTo(answers);
        }
    }

    private static Contract contract(String document) {
        return BUILT_IN.equals(document) ? Contract.builtIn(Optional.empty()) : Contract.read(Path.of(document));
    }

    private static ContractResponder responder(String document) {
        Contract contract = contract(document);
        Schemas schemas = new Schemas(contract.version());
        Fixtures fixtures = BUILT_IN.equals(document) ? Fixtures.builtIn(contract, schemas) : Fixtures.none();
        return new ContractResponder(contract, fixtures, schemas, AnswerOptions.defaults(), line -> {});
    }

    /** Requests for each operation as it is, and for samples of each documented response in each of its media types. */
    private static List<Request> requests(String document) throws UnsatisfiableException {
        Contract contract = contract(document);
        Requests valid = new Requests(new Schemas(contract.version()));
        List<Request> requests = new ArrayList<>();
        for (Operation operation : contract.operations()) {
            for (Request request : valid.of(operation)) {
                requests.add(request);
                operation.responses().forEach(spec -> requests.addAll(wishes(operation, spec, request)));
            }
        }
        return requests;
    }

    private static List<Request> wishes(Operation operation, ResponseSpec spec, Request request) {
        List<Request> wishes = new ArrayList<>();
        DocumentedAnswers.possibleStatus(operation, spec).ifPresent(status -> {
            Request wish = request.withHeader("Prefer", "code=" + status);
            wishes.add(wish);
            for (MediaTypeSpec content : spec.content()) {
                String accept = DocumentedAnswers.concrete(content.mediaType());
                wishes.add(wish.withHeader("Accept", accept));
                wishes.add(request.withHeader("Prefer", "dynamic=true, code=" + status)
                        .withHeader("Accept", accept));
            }
        });
        return wishes;
    }

    private static Map<Request, Response> ask(ContractResponder responder, List<Request> requests) {
        Map<Request, Response> answers = new LinkedHashMap<>();
        for (Request request : requests) {
            answers.put(request, responder.answer(request).response());
        }
        return answers;
    }

    /** Each thread begins with another request. */
    private static List<Map<Request, Response>> askFromManyThreads(ContractResponder responder, List<Request> requests)
            throws ExecutionException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Map<Request, Response>>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                List<Request> turned = new ArrayList<>(requests);
                Collections.rotate(turned, i * requests.size() / THREADS);
                all.add(threads.submit(() -> ask(responder, turned)));
            }
            List<Map<Request, Response>> answers = new ArrayList<>();
            for (Future<Map<Request, Response>> one : all) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
