import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Changes what a mock serves again and again, under load, and counts what goes wrong; started by the script {@code changes}
 * beside it with the launcher, the folder to work in, the contract, the minutes, the seconds between changes and the requests
 * a second. The contract tells its edition in a header, twice in a body, and in what it allows, so that a mixed answer is seen.
 */
public final class Changes {
    static final int CLIENTS = 4;
    static final double WARM_UP_SHARE = 1.0 / 12;
    static final Pattern NUMBERS = Pattern.compile("\\d+");
    static final List<String> KINDS = List.of("document", "referred file", "fixture", "document", "broken document");

    final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final Path work;
    final String template;
    final String base;
    final Process mock;
    final AtomicLong requests = new AtomicLong();
    final AtomicLong events = new AtomicLong();
    final Map<String, AtomicLong> wrong = new ConcurrentHashMap<>();
    final Map<String, List<Double>> delays = new TreeMap<>();
    final List<double[]> memory = Collections.synchronizedList(new ArrayList<>());
    final long began = System.nanoTime();
    volatile int live = 1;
    volatile boolean ended;

    /** What came; of status 0 where nothing did. */
    record Answer(String request, int status, HttpHeaders headers, String body) {}

    Changes(String launcher, Path work, Path template) throws Exception {
        this.work = work;
        this.template = Files.readString(template);
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        base = "http://127.0.0.1:" + port;
        Files.createDirectories(work.resolve("fixtures"));
        for (String kind : KINDS.subList(0, 3)) {
            write(kind, 1);
        }
        mock = new ProcessBuilder(
                        launcher,
                        "mock",
                        "shop.yaml",
                        "--fixtures",
                        "fixtures",
                        "--reload",
                        "--log",
                        "text",
                        "--port",
                        String.valueOf(port))
                .directory(work.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(work.resolve("errors.txt").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(mock::destroyForcibly));
    }

    public static void main(String[] arguments) throws Exception {
        double minutes = Double.parseDouble(arguments[3]);
        long pause = (long) (Double.parseDouble(arguments[4]) * 1e9);
        Changes run = new Changes(arguments[0], Path.of(arguments[1]), Path.of(arguments[2]));
        run.awaitStart();
        run.begin("memory", run::noteMemory);
        run.begin("page", run::watchPage);
        long pace = (long) (1e9 * CLIENTS / Double.parseDouble(arguments[5]));
        for (int i = 0; i < CLIENTS; i++) {
            int number = i;
            run.begin("client " + i, () -> run.load(number, pace));
        }
        run.change((long) (minutes * 60e9), pause);
        run.ended = true;
        System.exit(run.report() ? 0 : 1);
    }

    void awaitStart() throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (ask("GET", "/edition", "").status() != 200) {
            if (!mock.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("the mock does not start: see " + work.resolve("errors.txt"));
            }
            Thread.sleep(50);
        }
        expect(201, ask("PUT", "/notes/kept", "{\"id\": \"kept\", \"text\": \"from the start\"}"));
    }

    void begin(String name, Runnable what) {
        Thread thread = new Thread(what, name);
        thread.setDaemon(true);
        thread.start();
    }

    void change(long duration, long pause) throws Exception {
        for (int edition = 2; System.nanoTime() - began < duration; edition++) {
            long next = System.nanoTime() + pause;
            String kind = KINDS.get(edition % KINDS.size());
            write(kind, edition);
            long written = System.nanoTime();
            if (!kind.startsWith("broken")) {
                String target = target(kind);
                while (numbers(ask("GET", target, "").body()).stream().noneMatch(String.valueOf(edition)::equals)) {
                    if (System.nanoTime() - written > TimeUnit.SECONDS.toNanos(30) || !mock.isAlive()) {
                        fault("changes that were not served within 30 s");
                        break;
                    }
                    LockSupport.parkNanos(10_000_000);
                }
                live = "document".equals(kind) ? edition : live;
                delays.computeIfAbsent(kind, any -> new ArrayList<>()).add((System.nanoTime() - written) / 1e6);
            }
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    static String target(String kind) {
        return switch (kind) {
            case "referred file" -> "/part";
            case "fixture" -> "/stored";
            default -> "/edition";
        };
    }

    /** Writes in place and by renaming in turn, as editors do. */
    void write(String kind, int edition) throws IOException {
        String text = text(kind, edition);
        Path file = work.resolve(
                switch (kind) {
                    case "referred file" -> "part.yaml";
                    case "fixture" -> "fixtures/stored.json";
                    default -> "shop.yaml";
                });
        if (edition % 2 == 0) {
            Files.writeString(file, text);
        } else {
            Path beside = Files.writeString(work.resolve(file.getFileName() + "~"), text);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    String text(String kind, int edition) {
        return switch (kind) {
            case "referred file" ->
                "type: object\nproperties: {part: {type: integer}}\nexample: {part: %d}\n".formatted(edition);
            case "fixture" -> "{\"stored\": %d}\n".formatted(edition);
            case "broken document" -> document(edition).replace("responses:", "responses: [");
            default -> document(edition);
        };
    }

    String document(int edition) {
        return template.replace("EDITION", String.valueOf(edition));
    }

    void load(int number, long pace) {
        long next = System.nanoTime();
        for (int i = number; !ended; i++) {
            int known = live;
            String note = "n" + number + "-" + i / 8;
            switch (i % 8) {
                case 0, 1 -> checkEdition(200, ask("GET", "/edition", ""), known);
                case 2 -> checkEdition(422, ask("GET", "/edition?mark=0", ""), known);
                case 3 -> expect(200, ask("GET", "/part", ""));
                case 4 -> expect(200, ask("GET", "/stored", ""));
                case 5 -> expect(200, ask("GET", "/notes/kept", ""));
                case 6 ->
                    expect(201, ask("PUT", "/notes/" + note, "{\"id\": \"" + note + "\", \"text\": \"short-lived\"}"));
                default -> expect(204, ask("DELETE", "/notes/" + note, ""));
            }
            next = Math.max(next + pace, System.nanoTime() - TimeUnit.SECONDS.toNanos(1));
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    void checkEdition(int status, Answer answer, int known) {
        expect(status, answer);
        if (answer.status() != status) {
            return;
        }
        List<String> said = numbers(answer.body());
        answer.headers().firstValue("X-Edition").ifPresent(said::add);
        if (status == 422) {
            String because = answer.headers().firstValue("Plumbline-Because").orElse("");
            Matcher allowed = Pattern.compile("\\[(\\d+)]").matcher(because);
            said.add(allowed.find() ? allowed.group(1) : because);
        }
        if (said.size() < 3 || said.stream().distinct().count() != 1) {
            fault("mixed answers");
            System.err.println("changes: mixed: " + answer);
        } else if (Integer.parseInt(said.get(0)) < known) {
            fault("answers older than one before");
        }
    }

    static List<String> numbers(String text) {
        List<String> found = new ArrayList<>();
        NUMBERS.matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }

    void expect(int status, Answer answer) {
        if (answer.status() != status && !ended) {
            fault("answers of another status");
            System.err.println("changes: " + answer);
        }
    }

    Answer ask(String method, String target, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + target))
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            requests.incrementAndGet();
            return new Answer(method + " " + target, answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException refused) {
            return new Answer(method + " " + target, 0, HttpHeaders.of(Map.of(), (n, v) -> true), refused.toString());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    void fault(String what) {
        wrong.computeIfAbsent(what, any -> new AtomicLong()).incrementAndGet();
    }

    /** Follows the requests as the page does. */
    void watchPage() {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + "/__plumbline/events")).build();
        while (!ended) {
            try (Stream<String> lines =
                    client.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
                lines.filter(line -> line.startsWith("data:")).forEach(line -> events.incrementAndGet());
            } catch (IOException | UncheckedIOException | InterruptedException broken) {
                fault("streams of the page that broke");
            }
        }
    }

    void noteMemory() {
        long next = System.nanoTime();
        try (BufferedWriter file = Files.newBufferedWriter(work.resolve("memory.csv"))) {
            while (!ended) {
                double seconds = (System.nanoTime() - began) / 1e9;
                double resident = residentMebibytes();
                memory.add(new double[] {seconds, resident});
                file.write("%.0f,%.1f%n".formatted(seconds, resident));
                file.flush();
                next += TimeUnit.SECONDS.toNanos(10);
                LockSupport.parkNanos(next - System.nanoTime());
            }
        } catch (IOException | InterruptedException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    double residentMebibytes() throws IOException, InterruptedException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(mock.pid())).start();
        String kibibytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        ps.waitFor();
        return Double.parseDouble(kibibytes.strip()) / 1024;
    }

    /** {@return whether nothing went wrong} */
    boolean report() {
        double minutes = (System.nanoTime() - began) / 60e9;
        System.out.printf("%.0f minutes, %d requests%n%n", minutes, requests.get());
        System.out.println("| change of | changes | live after (median), ms | at worst, ms |");
        System.out.println("|---|---:|---:|---:|");
        delays.forEach((kind, times) -> System.out.printf(
                "| %s | %d | %.0f | %.0f |%n", kind, times.size(), median(times), Collections.max(times)));
        if (memory.size() > 1) {
            double[] trend = trend();
            System.out.printf(
                    "%nResident: %.0f MiB after the warm-up, %.0f at the end, %+.1f an hour by least squares%n",
                    trend[0], trend[1], trend[2]);
        }
        System.out.println("Events for the page: " + events);
        System.out.println(wrong.isEmpty() ? "Nothing went wrong." : "Wrong: " + wrong);
        return wrong.isEmpty() && events.get() > 0;
    }

    /** {@return what was resident after the first twelfth of the time, at the end, and the slope between, in MiB an hour} */
    double[] trend() {
        List<double[]> notes = List.copyOf(memory);
        List<double[]> warm = notes.subList((int) (notes.size() * WARM_UP_SHARE), notes.size());
        double middle = warm.stream().mapToDouble(note -> note[0]).average().orElseThrow();
        double mean = warm.stream().mapToDouble(note -> note[1]).average().orElseThrow();
        double product = warm.stream()
                .mapToDouble(note -> (note[0] - middle) * (note[1] - mean))
                .sum();
        double square =
                warm.stream().mapToDouble(note -> Math.pow(note[0] - middle, 2)).sum();
        return new double[] {warm.get(0)[1], warm.get(warm.size() - 1)[1], 3600 * product / square};
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
