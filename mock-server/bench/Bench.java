import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Measures both servers in turn; started by the script {@code run} beside it. */
public final class Bench {
    static final String TARGET = "/api/users/7b1f28b9-a4ad-450b-a0ea-fd647d5109b2";
    static final String CREDENTIALS = "Authorization: Basic Y2xpZW50OnNlY3JldA==";
    static final long START_LIMIT_IN_SECONDS = 60;
    static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    final String launcher;
    final String java;
    final String standalone;
    final Path work;

    Bench(String launcher, String java, String standalone, Path work) {
        this.launcher = launcher;
        this.java = java;
        this.standalone = standalone;
        this.work = work;
    }

    public static void main(String[] arguments) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
        Bench bench = new Bench(arguments[0], arguments[1], arguments[2], Path.of(arguments[3]));
        int starts = Integer.parseInt(arguments[4]);
        int rounds = Integer.parseInt(arguments[5]);
        int seconds = Integer.parseInt(arguments[6]);
        String connections = arguments[7];
        bench.writeMapping();

        Figures ours = new Figures();
        Figures theirs = new Figures();
        bench.measureStarts(starts, ours, theirs);
        bench.measureLoad(rounds, seconds, connections, ours, theirs);
        print(ours, theirs, starts, rounds, seconds, connections);
    }

    /** What was measured of one server, one entry for each measurement. */
    static final class Figures {
        final List<Double> starts = new ArrayList<>();
        final List<Double> memoryAfterStart = new ArrayList<>();
        final List<Double> answers = new ArrayList<>();
        final List<Double> median = new ArrayList<>();
        final List<Double> slowest = new ArrayList<>();
        final List<Double> memoryAfterLoad = new ArrayList<>();
    }

    record Running(Process process, int port, double startMillis) {}

    Running ours() throws Exception {
        int port = freePort();
        return start(port, launcher, "mock", "--port", String.valueOf(port));
    }

    Running theirs(String... more) throws Exception {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                java, "-jar", standalone, "--port", String.valueOf(port), "--root-dir", work.resolve("root").toString()));
        command.addAll(List.of(more));
        return start(port, command.toArray(String[]::new));
    }

    /** The stub answers with the octets that the mock answers with. */
    void writeMapping() throws Exception {
        Running mock = ours();
        String reply = ask(mock.port());
        stop(mock.process());
        String body = reply.substring(reply.indexOf("\r\n\r\n") + 4);
        Path mappings = Files.createDirectories(work.resolve("root/mappings"));
        Files.writeString(
                mappings.resolve("user.json"),
                """
                {"request": {"method": "GET", "urlPath": "%s"},
                 "response": {"status": 200, "headers": {"Content-Type": "application/json"}, "body": "%s"}}
                """
                        .formatted(TARGET, body.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")));
    }

    void measureStarts(int starts, Figures ours, Figures theirs) throws Exception {
        for (int i = 0; i < starts; i++) {
            progress("start", i, starts);
            note(ours(), ours);
            note(theirs(), theirs);
        }
    }

    static void note(Running server, Figures figures) throws Exception {
        figures.starts.add(server.startMillis());
        figures.memoryAfterStart.add(residentMebibytes(server.process()));
        stop(server.process());
    }

    void measureLoad(int rounds, int seconds, String connections, Figures ours, Figures theirs) throws Exception {
        Running our = ours();
        Running their = theirs("--no-request-journal");
        progress("warm-up", 0, 1);
        load(our, seconds + 4, connections);
        load(their, seconds + 4, connections);
        for (int i = 0; i < rounds; i++) {
            progress("round", i, rounds);
            note(load(our, seconds, connections), ours);
            note(load(their, seconds, connections), theirs);
        }
        ours.memoryAfterLoad.add(residentMebibytes(our.process()));
        theirs.memoryAfterLoad.add(residentMebibytes(their.process()));
        stop(our.process());
        stop(their.process());
    }

    static String load(Running server, int seconds, String connections) throws Exception {
        return output(
                seconds + 30, "wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "--latency", "-H", CREDENTIALS,
                "http://127.0.0.1:" + server.port() + TARGET);
    }

    static void note(String wrk, Figures figures) {
        if (wrk.contains("Non-2xx") || wrk.contains("Socket errors")) {
            throw new IllegalStateException("not every request was answered:\n" + wrk);
        }
        figures.answers.add(figure(wrk, "Requests/sec:\\s+([\\d.]+)()"));
        figures.median.add(figure(wrk, "50%\\s+([\\d.]+)(\\w+)"));
        figures.slowest.add(figure(wrk, "99%\\s+([\\d.]+)(\\w+)"));
    }

    /** {@return the number; times in milliseconds} */
    static double figure(String wrk, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(wrk);
        if (!found.find()) {
            throw new IllegalStateException("wrk said something else than expected:\n" + wrk);
        }
        double factor = "us".equals(found.group(2)) ? 0.001 : "s".equals(found.group(2)) ? 1000 : 1;
        return Double.parseDouble(found.group(1)) * factor;
    }

    Running start(int port, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(new File(work.toFile(), "errors.txt"));
        long began = System.nanoTime();
        Process process = builder.start();
        RUNNING.add(process);
        while (true) {
            long elapsed = System.nanoTime() - began;
            if (isRight(ask(port))) {
                return new Running(process, port, (System.nanoTime() - began) / 1e6);
            }
            if (!process.isAlive() || TimeUnit.NANOSECONDS.toSeconds(elapsed) > START_LIMIT_IN_SECONDS) {
                throw new IllegalStateException("does not start: " + String.join(" ", command));
            }
            Thread.sleep(2);
        }
    }

    static boolean isRight(String reply) {
        return reply.startsWith("HTTP/1.1 200") && reply.contains("7b1f28b9-a4ad-450b-a0ea-fd647d5109b2");
    }

    /** {@return the reply, empty if nobody listens yet} */
    static String ask(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            String request = "GET " + TARGET + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + CREDENTIALS
                    + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException notYet) {
            return "";
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static double residentMebibytes(Process process) throws Exception {
        return Double.parseDouble(
                        output(10, "ps", "-o", "rss=", "-p", String.valueOf(process.pid())).strip())
                / 1024;
    }

    static String output(int limitInSeconds, String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        RUNNING.add(process);
        Thread watch = new Thread(() -> {
            try {
                if (!process.waitFor(limitInSeconds, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException done) {
                Thread.currentThread().interrupt();
            }
        });
        watch.setDaemon(true);
        watch.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(5, TimeUnit.SECONDS);
        RUNNING.remove(process);
        return text;
    }

    static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        }
        RUNNING.remove(process);
    }

    static void progress(String what, int done, int all) {
        System.err.println("bench: " + what + " " + (done + 1) + " of " + all);
    }

    static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static void print(Figures ours, Figures theirs, int starts, int rounds, int seconds, String connections) {
        System.out.printf(
                "Java %s, %d cores, %s %s; %d starts, %d rounds of %d s with %s connections; medians%n%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                starts,
                rounds,
                seconds,
                connections);
        System.out.println("| | Plumbline | WireMock standalone | ratio | aim |");
        System.out.println("|---|---|---|---|---|");
        row("start to first right answer, ms", ours.starts, theirs.starts, "≤ 0.5 ×");
        row("answers/s (WireMock: journal off)", ours.answers, theirs.answers, "≥ 0.85 ×");
        row("latency p50, ms", ours.median, theirs.median, "");
        row("latency p99, ms", ours.slowest, theirs.slowest, "");
        row("resident after start, MiB", ours.memoryAfterStart, theirs.memoryAfterStart, "≤ 140 MiB");
        row("resident after load, MiB", ours.memoryAfterLoad, theirs.memoryAfterLoad, "");
        System.out.println();
        System.out.println("starts of Plumbline: " + whole(ours.starts) + "; of WireMock: " + whole(theirs.starts));
        System.out.println("answers/s of Plumbline: " + whole(ours.answers) + "; of WireMock: " + whole(theirs.answers));
    }

    static String whole(List<Double> values) {
        return Arrays.toString(values.stream().mapToLong(Math::round).toArray());
    }

    static void row(String what, List<Double> ours, List<Double> theirs, String aim) {
        double our = median(ours);
        double their = median(theirs);
        String format = our < 20 && their < 20 ? "| %s | %.2f | %.2f | %.2f × | %s |%n" : "| %s | %.0f | %.0f | %.2f × | %s |%n";
        System.out.printf(format, what, our, their, our / their, aim);
    }
}
