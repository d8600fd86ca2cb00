package org.eclipse.kura.core.configuration.metatype;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.eclipse.kura.configuration.metatype.Option;

/** One of the values to choose from. A plain bean; nothing is checked. */
public class Toption implements Option {
    /** Child elements that the schema does not know. */
    protected List<Object> any;

    /** What a person reads. */
    protected String label;

    /** The value that is meant. */
    protected String value;

    private final Map<QName, String> otherAttributes = new HashMap<>();

    /** An empty description. */
    public Toption() {}

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
    public String getLabel() {
        return label;
    }

    /**
     * Sets what a person reads.
     *
     * @param label the value
     */
    public void setLabel(String label) {
        this.label = label;
    }

    @Override
    public String getValue() {
        return value;
    }

    /**
     * Sets the value that is meant.
     *
     * @param value the value
     */
    public void setValue(String value) {
        this.value = value;
    }

    /** {@return attributes of the XML element that the schema does not know, live} */
    public Map<QName, String> getOtherAttributes() {
        return otherAttributes;
    }
}
