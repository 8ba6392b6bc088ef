package plumbline.conformance.checks.message;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.checks.scope.Scope;
import plumbline.contract.http.Header;
import plumbline.contract.operation.ResponseSpec;
import plumbline.finding.Finding;

/** A response carries no header fields beyond the documented and the usual ones; notes only, as nobody must read them. */
final class UndocumentedHeaders implements Check {
    /** Fields that HTTP, the web or the machines in between know, for which no API answers. */
    private static final Set<String> USUAL = Arrays.stream(
                    ("accept-ranges age allow alt-svc cache-control cf-cache-status cf-ray connection content-disposition"
                                    + " content-encoding content-language content-length content-location content-range"
                                    + " content-security-policy content-type cross-origin-embedder-policy"
                                    + " cross-origin-opener-policy cross-origin-resource-policy date etag expires"
                                    + " keep-alive last-modified location nel origin-agent-cluster permissions-policy"
                                    + " pragma proxy-authenticate referrer-policy report-to reporting-endpoints"
                                    + " retry-after server server-timing set-cookie strict-transport-security"
                                    + " timing-allow-origin trailer traceparent tracestate transfer-encoding upgrade vary"
                                    + " via warning www-authenticate x-cache x-content-type-options"
                                    + " x-dns-prefetch-control x-download-options x-frame-options"
                                    + " x-permitted-cross-domain-policies x-powered-by x-xss-protection")
                            .split(" ", -1))
            .collect(Collectors.toUnmodifiableSet());

    /** Cross-origin resource sharing is for browsers, and our own mock says why it answers as it does. */
    private static final List<String> USUAL_PREFIXES = List.of("access-control-", "plumbline-");

    @Override
    public CheckId id() {
        return CheckId.UNDOCUMENTED_HEADERS;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        return Scope.documented(exchange)
                .map(spec -> Judgement.noting(notes(spec, exchange)))
                .orElseGet(Judgement::notApplied);
    }

    private List<Finding> notes(ResponseSpec spec, Exchange exchange) {
        Set<String> unknown = new LinkedHashSet<>();
        for (Header header : exchange.response().headers()) {
            String name = header.name().toLowerCase(Locale.ROOT);
            boolean documented =
                    spec.headers().stream().anyMatch(known -> known.name().equalsIgnoreCase(name));
            boolean usual = USUAL.contains(name) || USUAL_PREFIXES.stream().anyMatch(name::startsWith);
            if (!documented && !usual) {
                unknown.add(name);
            }
        }
        return unknown.stream()
                .map(name -> id().finding("header '" + name + "' is not documented")
                        .comparing("documented headers only", name)
                        .at("header '" + name + "'")
                        .documentedAt(spec.node().place())
                        .withHint("document it, or do not send it"))
                .toList();
    }
}
