package plumbline.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;
import plumbline.conformance.Case;
import plumbline.conformance.Omission;
import plumbline.conformance.run.ConformanceRun;
import plumbline.contract.http.Request;

/** Tells what a run would send, without sending it. */
final class DryRun implements Consumer<ConformanceRun> {
    private final PrintWriter out;

    DryRun(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void accept(ConformanceRun run) {
        int width = run.plan().cases().stream()
                .mapToInt(subject -> subject.id().length())
                .filter(length -> length <= 60)
                .max()
                .orElse(0);
        run.notes().forEach(out::println);
        for (Case subject : run.plan().cases()) {
            Request request = subject.request();
            String id = String.format("%-" + Math.max(1, width) + "s", subject.id());
            out.println(run.secrets().redact(id + "  " + request.method() + " " + request.target()));
        }
        for (Omission omission : run.plan().omissions()) {
            out.println("not checked: " + omission.operation() + "/" + omission.phase() + ": " + omission.what() + ": "
                    + RemedyOptions.words().apply(omission.reason()));
        }
        List<String> resources = run.resources().lines();
        if (!resources.isEmpty()) {
            out.println("resources");
            resources.forEach(line -> out.println("  " + line));
        }
        out.println(run.plan().cases().size() + " cases; nothing was sent");
        out.flush();
    }
}
