package plumbline.conformance.run;

import plumbline.conformance.credentials.Secrets;
import plumbline.conformance.target.Answer;
import plumbline.conformance.target.Sender;
import plumbline.conformance.target.Target;
import plumbline.conformance.target.UnreachableException;
import plumbline.contract.http.Request;

/** Sends, and gives up if the target cannot be reached before it has answered anything. Thread-safe. */
final class FirstContact implements Sender {
    private final Sender sender;
    private final Target target;
    private final Secrets secrets;
    private volatile boolean made;

    FirstContact(Sender sender, Target target, Secrets secrets) {
        this.sender = sender;
        this.target = target;
        this.secrets = secrets;
    }

    @Override
    public Answer send(Request request) {
        Answer answer = sender.send(request);
        if (!made && answer instanceof Answer.Broken broken && broken.fault() == Answer.Fault.UNREACHABLE) {
            throw new UnreachableException(secrets.redact(target + " cannot be reached: " + broken.message()));
        }
        // A connection that breaks off is none: the other side may not want us.
        made = made || answer instanceof Answer.Received;
        return answer;
    }
}
