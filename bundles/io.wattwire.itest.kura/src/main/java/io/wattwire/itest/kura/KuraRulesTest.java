package io.wattwire.itest.kura;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.itest.kura.ComponentXml.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.configuration.SelfConfiguringComponent;
import org.eclipse.kura.driver.Driver;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireReceiver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Producer;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.w3c.dom.Element;

/**
 * The rules by which a running Kura 5.6 reads component and metatype files. Breaking one fails
 * silently on the gateway: a factory without settings, a component that never activates, an empty
 * wires page.
 */
@ExtendWith(BundleContextExtension.class)
class KuraRulesTest {
    private static final Set<String> AD_TYPES =
            Set.of(
                    "String",
                    "Long",
                    "Double",
                    "Float",
                    "Integer",
                    "Byte",
                    "Char",
                    "Boolean",
                    "Short",
                    "Password");
    private static final Set<String> NUMBERS =
            Set.of("Long", "Double", "Float", "Integer", "Byte", "Short");
    private static final List<String> CARDINALITIES =
            Stream.of("input", "output")
                    .flatMap(
                            d ->
                                    Stream.of("minimum", "maximum", "default")
                                            .map(k -> d + ".cardinality." + k))
                    .toList();

    @InjectBundleContext BundleContext context;
    private final List<ComponentXml> kuraComponents = new ArrayList<>();

    @BeforeEach
    void readComponents() throws Exception {
        for (Bundle b : Shipped.bundles(context)) {
            for (ComponentXml c : ComponentXml.of(b)) {
                if (c.provides(ConfigurableComponent.class)
                        || c.provides(SelfConfiguringComponent.class)) {
                    kuraComponents.add(c);
                }
            }
        }
        assertTrue(kuraComponents.size() >= 4, "found only " + kuraComponents);
    }

    @Test
    void componentNameFactoryPidOcdIdAndFileNameAreOneString() {
        for (ComponentXml c : kuraComponents) {
            assertNotNull(
                    c.metatype(),
                    c + ": no OSGI-INF/metatype/" + c.name() + ".xml for Kura to find");
            Element ocd = only(c, "OCD");
            Element designate = only(c, "Designate");
            assertEquals(c.name(), ocd.getAttribute("id"), c + " OCD id");
            assertEquals(c.name(), designate.getAttribute("factoryPid"), c + " factoryPid");
            assertEquals(c.name(), only(c, "Object").getAttribute("ocdref"), c + " ocdref");
        }
    }

    @Test
    void componentsAreDs14OrOlderAndNeedAConfiguration() {
        for (ComponentXml c : kuraComponents) {
            String namespace = c.root().getAttribute("xmlns:scr");
            assertTrue(namespace.matches(".*/scr/v1\\.[0-4]\\.0"), c + " has " + namespace);
            assertEquals("require", c.root().getAttribute("configuration-policy"), c + " policy");
            assertFalse(c.root().getAttribute("modified").isEmpty(), c + " has no modified method");
            assertEquals("true", c.root().getAttribute("immediate"), c + " immediate");
            assertFalse(c.properties().containsKey("service.pid"), c + " sets service.pid");
        }
    }

    @Test
    void attributesHaveTypesAndDefaultsThatKuraCanRead() {
        for (ComponentXml c : kuraComponents) {
            for (Element ad : ComponentXml.elements(c.metatype().getDocumentElement(), "AD")) {
                String where = c + " AD " + ad.getAttribute("id");
                String type = ad.getAttribute("type");
                String initial = ad.getAttribute("default");
                assertTrue(AD_TYPES.contains(type), where + " type " + type);
                if (NUMBERS.contains(type) && !initial.isEmpty()) {
                    Double.parseDouble(initial);
                }
                assertFalse(
                        !"false".equals(ad.getAttribute("required"))
                                && ad.hasAttribute("default")
                                && initial.isEmpty(),
                        where + " is required with an empty default");
                assertFalse(ad.getAttribute("name").startsWith("%"), where + " is localised");
                assertFalse(ad.getAttribute("name").isBlank(), where + " has no name");
                assertFalse(ad.getAttribute("description").isBlank(), where + " is not explained");
                assertFalse(ad.getAttribute("id").startsWith("+"), where);
            }
        }
    }

    @Test
    void wireComponentsOfferWhatTheComposerNeeds() {
        int seen = 0;
        for (ComponentXml c : kuraComponents) {
            if (!c.provides(WireComponent.class)) {
                continue;
            }
            seen++;
            assertEquals(
                    c.provides(WireEmitter.class), c.provides(Producer.class), c + " Producer");
            assertEquals(
                    c.provides(WireReceiver.class), c.provides(Consumer.class), c + " Consumer");
            Map<String, Property> properties = c.properties();
            long cardinalities = CARDINALITIES.stream().filter(properties::containsKey).count();
            assertTrue(cardinalities == 0 || cardinalities == 6, c + " sets " + cardinalities);
            for (String k : CARDINALITIES) {
                if (cardinalities == 6) {
                    assertEquals("Integer", properties.get(k).type(), c + " " + k);
                }
            }
            assertEquals(
                    new Property("Boolean", "true"),
                    properties.get("kura.ui.service.hide"),
                    "" + c);
        }
        assertTrue(seen > 0, "no wire component was checked");
    }

    @Test
    void driversAreConfigurableAndNothingElse() {
        long drivers = kuraComponents.stream().filter(c -> c.provides(Driver.class)).count();
        assertTrue(drivers >= 3, "only " + drivers + " drivers");
        for (ComponentXml c : kuraComponents) {
            if (c.provides(Driver.class)) {
                assertEquals(
                        Set.of(Driver.class.getName(), ConfigurableComponent.class.getName()),
                        c.interfaces(),
                        c.toString());
                assertFalse(c.needsOtherServices(), c + " waits for a service");
            }
        }
    }

    private static Element only(ComponentXml c, String tag) {
        List<Element> found = ComponentXml.elements(c.metatype().getDocumentElement(), tag);
        assertEquals(1, found.size(), c + " has " + found.size() + " " + tag);
        return found.get(0);
    }
}
