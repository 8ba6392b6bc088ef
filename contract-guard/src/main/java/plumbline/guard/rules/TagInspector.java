package plumbline.guard.rules;

import java.util.HashSet;
import java.util.Set;
import plumbline.contract.document.Node;

/** Looks for tags that are declared twice. */
final class TagInspector implements Inspector {
    @Override
    public void inspect(Subject subject, Notes notes) {
        Set<String> seen = new HashSet<>();
        for (Node tag : subject.parts().of("tag")) {
            tag.text("name")
                    .filter(name -> !seen.add(name))
                    .ifPresent(name -> notes.add(
                            Catalogue.TAG, tag, "the tag '" + name + "' is declared twice", "remove one of them"));
        }
    }
}
