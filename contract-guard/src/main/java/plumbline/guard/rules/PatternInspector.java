package plumbline.guard.rules;

import plumbline.contract.document.Node;

/** Looks for patterns that are written like literals of JavaScript. */
final class PatternInspector implements Inspector {
    @Override
    public void inspect(Subject subject, Notes notes) {
        for (Node schema : subject.schemas()) {
            schema.get("pattern").ifPresent(pattern -> {
                String text = pattern.value().asString("");
                if (text.matches("(?s)/\\^.*/[a-z]*") || text.matches("(?s)/.*\\$/[a-z]*")) {
                    notes.add(
                            Catalogue.PATTERN,
                            pattern,
                            "the pattern " + text + " fits no text: its slashes stand for themselves",
                            "remove the slashes around it");
                }
            });
        }
    }
}
