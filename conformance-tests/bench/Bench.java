import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import plumbline.conformance.http.RestAssuredSender;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.run.Pace;
import plumbline.conformance.run.RunOptions;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.suite.ConformanceSuite;
import plumbline.conformance.target.Sender;
import plumbline.conformance.target.Target;
import plumbline.contract.http.Body;
import plumbline.contract.http.Header;
import plumbline.contract.http.Request;
import plumbline.contract.json.Json;
import plumbline.json.jackson.databind.JsonNode;

/**
 * Measures runs of the suite and bare loops over their requests in turn; started by the script {@code run} beside it with
 * the launcher, the folder to work in, the contract, the base path, the number of rounds and the number of workers.
 */
public final class Bench {
    /** What a client must not set with Java's HttpClient. */
    static final Set<String> RESTRICTED = Set.of("host", "connection", "content-length", "expect", "upgrade");

    static final String CREDENTIALS = "Basic cGx1bWJsaW5lOnBsdW1ibGluZQ==";

    final String launcher;
    final Path work;
    final String contract;
    final int workers;
    final URI base;

    Bench(String launcher, Path work, String contract, URI base, int workers) {
        this.launcher = launcher;
        this.work = work;
        this.contract = contract;
        this.base = base;
        this.workers = workers;
    }

    public static void main(String[] arguments) throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Path work = Path.of(arguments[1]);
        Process mock = new ProcessBuilder(
                        arguments[0],
                        "mock",
                        "--contract",
                        arguments[2],
                        "--port",
                        Integer.toString(port),
                        "--base-path",
                        arguments[3].isEmpty() ? "/" : arguments[3])
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("mock.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(mock::destroy));
        URI base = URI.create("http://127.0.0.1:" + port + arguments[3]);
        Bench bench = new Bench(arguments[0], work, arguments[2], base, Integer.parseInt(arguments[5]));
        bench.await();
        bench.compare(Integer.parseInt(arguments[4]));
        bench.commandLine();
        mock.destroy();
    }

    void await() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (System.nanoTime() < end) {
            try {
                client.send(HttpRequest.newBuilder(base).build(), BodyHandlers.discarding());
                return;
            } catch (java.io.IOException e) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("the mock does not start; see " + work.resolve("mock.log"));
    }

    ConformanceOptions options() {
        // The mock was started for this.
        return ConformanceOptions.of(Target.of(base).withWrites())
                .withContract(contract)
                .withRunOptions(RunOptions.standard().withPace(new Pace(workers, 0, Duration.ZERO)));
    }

    void compare(int rounds) throws Exception {
        HttpClient admin = HttpClient.newHttpClient();
        List<Request> requests = recorded(admin, () -> ConformanceSuite.prepare(options()).run(verdict -> {}));
        System.out.printf(
                "%d requests that a run of %s sends, %d workers, %d rounds after one to warm up%n",
                requests.size(), contract, workers, rounds);
        List<Double> cases = new ArrayList<>();
        List<Double> suite = new ArrayList<>();
        List<Double> sender = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int i = 0; i <= rounds; i++) {
            Round ours = suite(admin);
            double unjudged = unjudged(requests);
            double theirs = bare(requests);
            if (i > 0) {
                cases.add(ours.cases());
                suite.add(ours.requests());
                sender.add(unjudged);
                bare.add(theirs);
            }
        }
        System.out.println("| | median | lowest | highest |\n|---|---|---|---|");
        print("cases/s of the suite that are sent, judged and proven", cases);
        print("requests/s of the suite", suite);
        print("requests/s of REST-assured alone", sender);
        print("requests/s of the bare loop", bare);
        System.out.printf(
                Locale.ROOT,
                "suite : bare loop %.2f (aim >= 0.35), its cases : bare loop %.2f, REST-assured alone : bare loop %.2f%n",
                median(suite) / median(bare),
                median(cases) / median(bare),
                median(sender) / median(bare));
    }

    /** What was done in a second of a run: cases that were sent, and requests, of which a case may take several. */
    record Round(double cases, double requests) {}

    Round suite(HttpClient admin) throws Exception {
        Report[] report = new Report[1];
        double[] time = new double[1];
        List<Request> requests = recorded(admin, () -> {
            var run = ConformanceSuite.prepare(options());
            long start = System.nanoTime();
            report[0] = run.run(verdict -> {});
            time[0] = seconds(start);
        });
        return new Round(sent(report[0]).size() / time[0], requests.size() / time[0]);
    }

    /** {@return what the mock was sent meanwhile, as it says itself} */
    List<Request> recorded(HttpClient admin, Runnable sending) throws Exception {
        URI journal = base.resolve("/__admin/requests");
        admin.send(HttpRequest.newBuilder(journal).DELETE().build(), BodyHandlers.discarding());
        sending.run();
        byte[] answer = admin.send(HttpRequest.newBuilder(journal).build(), BodyHandlers.ofByteArray())
                .body();
        List<Request> requests = new ArrayList<>();
        for (JsonNode entry : Json.read(answer).path("requests")) {
            JsonNode sent = entry.path("request");
            Request request = Request.of(sent.path("method").stringValue(), sent.path("url").stringValue())
                    .withBody(Body.of(Base64.getDecoder().decode(sent.path("bodyAsBase64").stringValue())));
            for (Map.Entry<String, JsonNode> header : sent.path("headers").properties()) {
                if (header.getValue().isString() && !"Authorization".equals(header.getKey())) {
                    request = request.withHeader(header.getKey(), header.getValue().stringValue());
                }
            }
            requests.add(request);
        }
        Collections.reverse(requests);
        return requests;
    }

    static List<Verdict> sent(Report report) {
        return report.verdicts().stream()
                .filter(verdict -> verdict.trace().status() != 0)
                .toList();
    }

    double bare(List<Request> requests) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<HttpRequest> ready = requests.stream().map(this::request).toList();
        return loop(ready, request -> client.send(request, BodyHandlers.ofByteArray()));
    }

    double unjudged(List<Request> requests) throws Exception {
        Sender sender = new RestAssuredSender(Target.of(base));
        return loop(requests, request -> sender.send(request.withHeader("Authorization", CREDENTIALS)));
    }

    /** Sends one request. */
    interface Sending<T> {
        Object send(T request) throws Exception;
    }

    <T> double loop(List<T> ready, Sending<T> sending) throws Exception {
        AtomicInteger next = new AtomicInteger();
        Callable<Void> worker = () -> {
            for (int i = next.getAndIncrement(); i < ready.size(); i = next.getAndIncrement()) {
                sending.send(ready.get(i));
            }
            return null;
        };
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        long start = System.nanoTime();
        for (Future<Void> done : pool.invokeAll(Collections.nCopies(workers, worker))) {
            done.get();
        }
        double rate = ready.size() / seconds(start);
        pool.shutdown();
        return rate;
    }

    /** Without what Java's client refuses to send; such requests are few, and go to the root instead. */
    HttpRequest request(Request request) {
        HttpRequest.Builder builder;
        try {
            builder = HttpRequest.newBuilder(base.resolve(request.target()));
        } catch (IllegalArgumentException e) {
            builder = HttpRequest.newBuilder(base);
        }
        builder.header("Authorization", CREDENTIALS);
        for (Header header : request.headers()) {
            if (!RESTRICTED.contains(header.name().toLowerCase(Locale.ROOT))) {
                try {
                    builder.header(header.name(), header.value());
                } catch (IllegalArgumentException e) {
                    continue;
                }
            }
        }
        return builder.method(
                        request.method(),
                        BodyPublishers.ofByteArray(request.body().bytes()))
                .build();
    }

    /** The command as a user gives it, with all reports, from its start to its end. */
    void commandLine() throws Exception {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(
                            launcher,
                            "verify",
                            "--base-url",
                            base.toString(),
                            "--contract",
                            contract,
                            "--allow-writes",
                            "--workers",
                            Integer.toString(workers),
                            "--report-dir",
                            work.resolve("report").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(work.resolve("verify.log").toFile())
                    .start();
            process.waitFor();
            times.add(seconds(start));
        }
        System.out.printf(
                Locale.ROOT,
                "./plumbline verify with all reports: median %.2f s, highest %.2f s (aim for the users contract <= 3 s)%n",
                median(times),
                times.stream().mapToDouble(Double::doubleValue).max().orElse(0));
        System.out.println(Files.readAllLines(work.resolve("verify.log")).stream()
                .filter(line -> line.contains(" passed, "))
                .findFirst()
                .orElse("no verdict"));
    }

    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    static void print(String name, List<Double> values) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %.0f |%n",
                name,
                median(values),
                values.stream().mapToDouble(Double::doubleValue).min().orElse(0),
                values.stream().mapToDouble(Double::doubleValue).max().orElse(0));
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
