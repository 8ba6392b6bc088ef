package plumbline.contract.body.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An element as it was read. */
public final class XmlElement {
    static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private final XmlName name;
    private final Map<XmlName, String> attributes = new LinkedHashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlElement(XmlName name) {
        this.name = name;
    }

    XmlName name() {
        return name;
    }

    Map<XmlName, String> attributes() {
        return attributes;
    }

    List<XmlElement> children() {
        return children;
    }

    void append(String more) {
        text.append(more);
    }

    /** {@return all text directly in this element} */
    String text() {
        return text.toString();
    }

    Optional<String> attribute(XmlHints hints) {
        return attributes.entrySet().stream()
                .filter(attribute -> hints.names(attribute.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    List<XmlElement> children(XmlHints hints) {
        return children.stream().filter(child -> hints.names(child.name)).toList();
    }

    /** {@return whether there is nothing but text in this element} */
    public boolean isPlain() {
        return children.isEmpty() && attributes.keySet().stream().noneMatch(XmlName::isOwn);
    }

    boolean isNil() {
        @Nullable String nil = attributes.get(new XmlName(INSTANCE, "nil"));
        return "true".equals(nil) || "1".equals(nil);
    }
}
