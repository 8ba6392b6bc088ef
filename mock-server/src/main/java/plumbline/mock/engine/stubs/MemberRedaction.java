package plumbline.mock.engine.stubs;

import plumbline.mock.engine.journal.CredentialPlaces;

/** Leaves texts and numbers out that stand in JSON, in one or many documents of it, under the names of credentials. */
final class MemberRedaction {
    private final String text;
    private final CredentialPlaces credentials;
    private final StringBuilder kept = new StringBuilder();
    private int done;

    MemberRedaction(String text, CredentialPlaces credentials) {
        this.text = text;
        this.credentials = credentials;
    }

    /** {@return the text without credentials} */
    String redacted() {
        int at = text.indexOf('"');
        while (at >= 0) {
            int end = endOfString(at);
            int next = afterSpace(end);
            if (is(next, ':')) {
                next = afterSpace(next + 1);
                if (credentials.include(name(text.substring(at + 1, Math.max(at + 1, end - 1))))) {
                    end = leaveOut(next);
                } else {
                    end = next;
                }
            }
            at = text.indexOf('"', end);
        }
        return kept.append(text, done, text.length()).toString();
    }

    /** Leaves out the value that starts here, or those of a list, and returns where to go on. */
    private int leaveOut(int start) {
        if (!is(start, '[')) {
            return leaveOutOne(start);
        }
        int at = afterSpace(start + 1);
        int end = leaveOutOne(at);
        while (end > at && is(afterSpace(end), ',')) {
            at = afterSpace(afterSpace(end) + 1);
            end = leaveOutOne(at);
        }
        return end;
    }

    private int leaveOutOne(int start) {
        if (is(start, '"')) {
            int end = endOfString(start);
            replace(start + 1, is(end - 1, '"') && end - 1 > start ? end - 1 : end, CredentialPlaces.REDACTED);
            return end;
        }
        int end = start;
        while (end < text.length() && "+-.eE0123456789".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        if (end > start) {
            replace(start, end, '"' + CredentialPlaces.REDACTED + '"');
        }
        return end;
    }

    private void replace(int start, int end, String replacement) {
        if (end > start) {
            kept.append(text, done, start).append(replacement);
            done = end;
        }
    }

    private int endOfString(int start) {
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, text.length());
    }

    private int afterSpace(int start) {
        int at = start;
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private boolean is(int at, char sign) {
        return at < text.length() && text.charAt(at) == sign;
    }

    /** The name that is meant by one with escapes of characters by their codes. */
    private static String name(String written) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            boolean isCode = written.startsWith("\\u", i) && i + 6 <= written.length();
            if (isCode && written.substring(i + 2, i + 6).matches("[0-9A-Fa-f]{4}")) {
                name.append((char) Integer.parseInt(written.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                name.append(written.charAt(i));
            }
        }
        return name.toString();
    }
}
