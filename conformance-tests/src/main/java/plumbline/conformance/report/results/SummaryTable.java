package plumbline.conformance.report.results;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import plumbline.conformance.result.Report.Counts;

/** Operations by phases. */
public final class SummaryTable {
    private final List<List<String>> rows = new ArrayList<>();

    public SummaryTable(Results results) {
        List<String> head = new ArrayList<>(List.of("operation"));
        results.phases().forEach(phase -> head.add(phase.toString()));
        head.add("statuses seen");
        rows.add(head);
        results.rows().forEach(row -> rows.add(cells(results, row)));
    }

    private static List<String> cells(Results results, OperationResult row) {
        List<String> cells = new ArrayList<>(List.of(row.operation()));
        results.phases().forEach(phase -> cells.add(cell(row.counts(phase))));
        cells.add(row.statuses().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        return cells;
    }

    public static String cell(Counts counts) {
        List<String> parts = new ArrayList<>();
        if (counts.failed() + counts.broken() > 0) {
            parts.add((counts.failed() + counts.broken()) + " failed");
        }
        if (counts.passed() > 0) {
            parts.add(counts.passed() + " ok");
        }
        if (counts.skipped() > 0) {
            parts.add(counts.skipped() + " skipped");
        }
        return parts.isEmpty() ? "-" : String.join(", ", parts);
    }

    public List<String> lines() {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            line.append(cell).append(" ".repeat(widths[i] - cell.length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
