package org.eclipse.kura.core.configuration.metatype;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.eclipse.kura.configuration.metatype.Icon;

/** A picture of a component. A plain bean; nothing is checked. */
public class Ticon implements Icon {
    /** Child elements that the schema does not know. */
    protected List<Object> any;

    /** Where in the bundle it is. */
    protected String resource;

    /** Its width in pixels. */
    protected BigInteger size;

    private final Map<QName, String> otherAttributes = new HashMap<>();

    /** An empty description. */
    public Ticon() {}

    /** {@return child elements of the XML element that the schema does not know, live} */
    public List<Object> getAny() {
        if (any == null) {
            any = new ArrayList<>();
        }
        return any;
    }

    /**
     * Adds a child element that the schema does not know.
     *
     * @param element the element
     */
    public void setAny(Object element) {
        getAny().add(element);
    }

    @Override
    public String getResource() {
        return resource;
    }

    /**
     * Sets where in the bundle it is.
     *
     * @param resource the value
     */
    public void setResource(String resource) {
        this.resource = resource;
    }

    @Override
    public BigInteger getSize() {
        return size;
    }

    /**
     * Sets the width in pixels.
     *
     * @param size the value
     */
    public void setSize(BigInteger size) {
        this.size = size;
    }

    /** {@return attributes of the XML element that the schema does not know, live} */
    public Map<QName, String> getOtherAttributes() {
        return otherAttributes;
    }
}
