package io.wattwire.itest.kura;

import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.osgi.framework.Bundle;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A Declarative Services description as the build generated it.
 *
 * @param bundle symbolic name of the bundle
 * @param file the file inside it
 * @param root the component element
 * @param metatype the metatype file of the component's name, or null
 */
record ComponentXml(String bundle, String file, Element root, Document metatype) {

    /** A typed component property. */
    record Property(String type, String value) {}

    static List<ComponentXml> of(Bundle bundle) throws Exception {
        List<ComponentXml> all = new ArrayList<>();
        String header = bundle.getHeaders().get("Service-Component");
        if (header == null) {
            return all;
        }
        for (String file : header.split("\\s*,\\s*")) {
            Document xml = parse(bundle.getEntry(file));
            Element root = xml.getDocumentElement();
            URL meta = bundle.getEntry("OSGI-INF/metatype/" + root.getAttribute("name") + ".xml");
            all.add(
                    new ComponentXml(
                            bundle.getSymbolicName(),
                            file,
                            root,
                            meta == null ? null : parse(meta)));
        }
        return all;
    }

    private static Document parse(URL url) throws Exception {
        // Not namespace-aware on purpose: Kura's own reader compares node names.
        try (InputStream in = url.openStream()) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
    }

    String name() {
        return root.getAttribute("name");
    }

    boolean provides(Class<?> type) {
        return interfaces().contains(type.getName());
    }

    Set<String> interfaces() {
        Set<String> names = new HashSet<>();
        for (Element e : elements(root, "provide")) {
            names.add(e.getAttribute("interface"));
        }
        return names;
    }

    /** True if an activation waits for a mandatory service, which the bare launch does not have. */
    boolean needsOtherServices() {
        return elements(root, "reference").stream()
                .map(e -> e.getAttribute("cardinality"))
                .anyMatch(c -> !c.startsWith("0"));
    }

    Map<String, Property> properties() {
        Map<String, Property> all = new HashMap<>();
        for (Element e : elements(root, "property")) {
            String type = e.getAttribute("type");
            String value =
                    e.hasAttribute("value") ? e.getAttribute("value") : e.getTextContent().trim();
            all.put(e.getAttribute("name"), new Property(type.isEmpty() ? "String" : type, value));
        }
        return all;
    }

    static List<Element> elements(Element parent, String tag) {
        List<Element> found = new ArrayList<>();
        NodeList list = parent.getElementsByTagName(tag);
        for (int i = 0; i < list.getLength(); i++) {
            found.add((Element) list.item(i));
        }
        return found;
    }

    @Override
    public String toString() {
        return bundle + " " + name();
    }
}
