package plumbline.mock.life;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.ResponseSpec;
import plumbline.mock.state.StoredItem;
import plumbline.mock.state.kinds.LivingKind;

/** Obeys conditions on the state of an item (RFC 9110, section 13), where tags or dates are documented. */
final class Conditions {
    private static final int NOT_MODIFIED = 304;

    /** What a 304 says as the whole answer would (RFC 9110, section 15.4.5). */
    private static final List<String> KEPT =
            List.of("ETag", "Last-Modified", "Cache-Control", "Content-Location", "Expires", "Vary");

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[^\"]*\"|[^\\s,]+");

    private Conditions() {}

    /** {@return the answer, or that nothing has changed since the client asked before} */
    static Outcome fulfilled(Asked asked, Outcome.Shown shown) {
        if (!isSame(asked.request().headers(), shown.headers())) {
            return shown;
        }
        @Nullable ResponseSpec spec = asked.operation().response("304").orElse(null);
        return new Outcome.Shown(spec, NOT_MODIFIED, null, shown.headers());
    }

    /** {@return the answer of an operation, or that it is the same as what the client has} */
    static Response fulfilled(Operation operation, Request request, Response response) {
        if (response.status() != 200 || !isSame(request.headers(), response.headers())) {
            return response;
        }
        Stream<String> documented = operation.response("304").stream()
                .flatMap(spec -> spec.headers().stream())
                .map(Parameter::name);
        Response same = Response.of(NOT_MODIFIED);
        for (String name : Stream.concat(KEPT.stream(), documented)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .toList()) {
            for (String value : response.headers().all(name)) {
                same = same.withHeader(name, value);
            }
        }
        return same;
    }

    private static boolean isSame(Headers sent, Headers shown) {
        Optional<String> tag = shown.first("ETag");
        Optional<String> wanted = sent.joined("If-None-Match");
        return wanted.isPresent()
                ? tag.filter(own -> matches(wanted.get(), own, false)).isPresent()
                : shown.first("Last-Modified")
                        .flatMap(Conditions::moment)
                        .flatMap(own -> sent.first("If-Modified-Since")
                                .flatMap(Conditions::moment)
                                .map(since -> !own.isAfter(since)))
                        .orElse(false);
    }

    /** {@return why a change must not be made; nothing if it may} */
    static Optional<Outcome> refusal(Asked asked, Workshop workshop, Optional<StoredItem> item) {
        Headers sent = asked.request().headers();
        Optional<String> match = sent.joined("If-Match");
        if (match.isPresent() && isDocumented(asked.operation(), "If-Match")) {
            Optional<String> tag = item.flatMap(found -> tag(asked.kind(), workshop, found));
            boolean isMet = "*".equals(match.get().trim())
                    ? item.isPresent()
                    : tag.isEmpty() && item.isPresent()
                            || tag.filter(own -> matches(match.get(), own, true))
                                    .isPresent();
            if (!isMet) {
                return Optional.of(Refusing.outdated("Its tag is " + tag.orElse("unknown") + ", not " + match.get()
                        + "; read it again and change what it is now."));
            }
        }
        boolean mustBeNew = sent.joined("If-None-Match").filter("*"::equals).isPresent();
        return mustBeNew && item.isPresent() && isDocumented(asked.operation(), "If-None-Match")
                ? Optional.of(Refusing.outdated("It is there already; change it without If-None-Match."))
                : Optional.empty();
    }

    private static boolean isDocumented(Operation operation, String header) {
        return operation.response("412").isPresent()
                || operation.parameters().stream().anyMatch(parameter -> parameter.isNamed(header));
    }

    private static Optional<String> tag(LivingKind kind, Workshop workshop, StoredItem item) {
        return kind.operations().stream()
                .filter(operation -> operation.template().isSameAs(kind.item()) || "POST".equals(operation.method()))
                .sorted(java.util.Comparator.comparing(operation -> !"GET".equals(operation.method())))
                .flatMap(operation -> operation.responses().stream())
                .filter(ResponseSpec::isSuccess)
                .flatMap(spec -> spec.headers().stream())
                .filter(header -> "ETag".equalsIgnoreCase(header.name()))
                .findFirst()
                .flatMap((Parameter header) -> workshop.headers().tag(header, item));
    }

    private static boolean matches(String list, String tag, boolean isStrong) {
        // By some contracts, a tag holds quotes and commas, too; then it stands alone.
        Stream<String> alone = Stream.of(list.trim());
        return "*".equals(list.trim())
                || Stream.concat(alone, TAG.matcher(list).results().map(MatchResult::group))
                        .anyMatch(
                                one -> isStrong ? one.equals(tag) : opaque(one).equals(opaque(tag)));
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    private static Optional<Instant> moment(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
