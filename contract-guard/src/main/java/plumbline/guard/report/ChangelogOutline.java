package plumbline.guard.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.finding.Finding;
import plumbline.finding.Severity;
import plumbline.guard.Assessment;
import plumbline.guard.Changelog;
import plumbline.text.PlainText;

/**
 * What a changelog says, however it is written.
 *
 * @param assessment what the guard thinks
 */
record ChangelogOutline(Assessment assessment) {
    /** More than these nobody reads, nor fits them into a comment. */
    private static final int MOST_ENTRIES = 300;

    private static final int MOST_NAMED = 5;

    /**
     * Changes of the same operations.
     *
     * @param operations the operations
     * @param entries the changes
     */
    record Group(String operations, List<Changelog.Entry> entries) {
        Severity worst() {
            return entries.get(0).severity();
        }
    }

    Changelog changelog() {
        return assessment.changelog();
    }

    String title() {
        return changelog().isOfChanges()
                ? assessment.title() + ": what has changed since " + changelog().since()
                : assessment.title() + ": what was found";
    }

    /** {@return the changes by operation, those with breaking ones first} */
    List<Group> groups() {
        Map<String, List<Changelog.Entry>> groups = new LinkedHashMap<>();
        changelog().entries().stream()
                .limit(MOST_ENTRIES)
                .forEach(entry -> groups.computeIfAbsent(
                                PlainText.listed(entry.operations(), MOST_NAMED), key -> new ArrayList<>())
                        .add(entry));
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .sorted(Comparator.comparing(Group::worst))
                .toList();
    }

    int leftOut() {
        return Math.max(0, changelog().entries().size() - MOST_ENTRIES);
    }

    /** {@return what is wrong, apart from the changes} */
    List<Finding> findings() {
        return assessment.findings().stream()
                .filter(finding -> finding.severity() != Severity.NOTE && finding.other() == null)
                .toList();
    }

    String summary() {
        return "%s clients, %s some, %s none."
                .formatted(
                        counted(changelog().count(Severity.ERROR), "change breaks", "changes break"),
                        counted(changelog().count(Severity.WARNING), "may break", "may break"),
                        counted(changelog().count(Severity.NOTE), "breaks", "break"));
    }

    private static String counted(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }

    /** {@return what the versions should say} */
    String advice() {
        String before = changelog().versions().before();
        String now = changelog().versions().now();
        boolean isBreaking = changelog().count(Severity.ERROR) > 0;
        String next = changelog().versions().next(isBreaking);
        if (next.isEmpty() || changelog().entries().isEmpty()) {
            return "";
        }
        if (before.equals(now)) {
            return "The version is " + now + " still; this is " + next + ".";
        }
        return "The version is " + now + ", it was " + before + "."
                + (isBreaking && changelog().versions().promisesCompatibility()
                        ? " Since clients break, this is " + next + "."
                        : "");
    }

    static String label(Severity severity) {
        return switch (severity) {
            case ERROR -> "Breaking: ";
            case WARNING -> "May break: ";
            case NOTE -> "";
        };
    }
}
