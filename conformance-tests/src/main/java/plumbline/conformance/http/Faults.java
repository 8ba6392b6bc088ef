package plumbline.conformance.http;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import org.apache.http.ConnectionClosedException;
import org.apache.http.MalformedChunkCodingException;
import org.apache.http.NoHttpResponseException;
import org.apache.http.conn.ConnectTimeoutException;
import plumbline.conformance.result.RunSetting;
import plumbline.conformance.target.Answer;
import plumbline.conformance.target.Answer.Fault;

/** Says in plain words why no whole answer came. */
final class Faults {
    /** What is said of a target that nobody listens at. */
    static final String REFUSED = "the connection was refused";

    /** What servers say to clients that show no certificate, or another than they want. */
    private static final List<String> ALERTS =
            List.of("bad_certificate", "certificate_required", "certificate_unknown");

    private Faults() {}

    static Answer.Broken answer(Exception exception, boolean deadlinePassed, Duration elapsed) {
        Throwable cause = root(exception);
        if (deadlinePassed && !(cause instanceof ConnectException)) {
            return overdue(elapsed);
        }
        Fault fault = fault(cause);
        return new Answer.Broken(fault, message(fault, cause), elapsed);
    }

    static Answer.Broken overdue(Duration elapsed) {
        return new Answer.Broken(Fault.TIMEOUT, message(Fault.TIMEOUT, new SocketTimeoutException()), elapsed);
    }

    private static Fault fault(Throwable cause) {
        if (cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof ConnectTimeoutException
                || cause instanceof ProxyRefusedException
                || cause instanceof CertificateException
                || cause instanceof SSLException) {
            return Fault.UNREACHABLE;
        }
        if (cause instanceof SocketTimeoutException) {
            return Fault.TIMEOUT;
        }
        if (cause instanceof SurplusException) {
            return Fault.SURPLUS;
        }
        // Truncated chunks are malformed, too; the end of the connection between two of them has no type of its own.
        if (cause instanceof MalformedChunkCodingException || text(cause).contains("chunk")) {
            return Fault.CHUNKS;
        }
        return cause instanceof ConnectionClosedException ? Fault.TRUNCATED : Fault.CUT;
    }

    private static String message(Fault fault, Throwable cause) {
        return switch (fault) {
            case UNREACHABLE -> unreachable(cause);
            case TIMEOUT -> "no whole answer came in time";
            case TRUNCATED -> "the connection ended before the body did: " + text(cause);
            case SURPLUS -> text(cause);
            case CHUNKS -> "the body is not in chunks as it says: " + text(cause);
            case CUT ->
                cause instanceof NoHttpResponseException
                        ? "the connection was closed without an answer"
                        : "the connection broke or what came was not HTTP: " + text(cause);
        };
    }

    private static String unreachable(Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return "there is no host of this name";
        }
        if (cause instanceof SSLException || cause instanceof CertificateException) {
            return "no secure connection could be made: " + insecure(text(cause));
        }
        if (cause instanceof ProxyRefusedException) {
            return text(cause);
        }
        return cause instanceof ConnectTimeoutException ? "no connection in time" : REFUSED;
    }

    private static String insecure(String reason) {
        if (reason.contains("Unsupported or unrecognized SSL message")) {
            return "the server does not speak TLS there: its URL may have to begin with http://";
        }
        if (reason.contains("handshake_failure")) {
            return "the server ended the handshake: if it wants a certificate of ours, give one with "
                    + RunSetting.CERTIFICATE + " (" + reason + ")";
        }
        return ALERTS.stream().anyMatch(reason::contains)
                ? "the server wants a certificate of ours that it trusts: give one with " + RunSetting.CERTIFICATE
                        + " (" + reason + ")"
                : reason;
    }

    private static Throwable root(Throwable exception) {
        Throwable cause = exception;
        while (cause.getCause() != null && cause.getCause() != cause && !(cause instanceof ConnectException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String text(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
