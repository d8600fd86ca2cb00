package org.eclipse.kura.core.configuration.metatype;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.eclipse.kura.configuration.metatype.AD;
import org.eclipse.kura.configuration.metatype.Icon;
import org.eclipse.kura.configuration.metatype.OCD;

/** Describes a configuration. A plain bean; nothing is checked. */
public class Tocd implements OCD {
    /** The attributes. */
    protected List<Tad> ad;

    /** Pictures of the component. */
    protected List<Ticon> icon;

    /** Child elements that the schema does not know. */
    protected List<Object> any;

    /** What a person reads instead of the id. */
    protected String name;

    /** What it is for; may be null. */
    protected String description;

    /** The pid of the component or factory. */
    protected String id;

    private final Map<QName, String> otherAttributes = new HashMap<>();

    /** An empty description. */
    public Tocd() {}

    /** {@return attributes, live; add only {@link Tad}} */
    @Override
    @SuppressWarnings("unchecked") // the interface asks for the wider element
    public List<AD> getAD() {
        if (ad == null) {
            ad = new ArrayList<>();
        }
        return (List<AD>) (List<? extends AD>) ad;
    }

    /**
     * Adds an attribute.
     *
     * @param ad the attribute to add
     */
    public void addAD(Tad ad) {
        getAD().add(ad);
    }

    /** {@return icons, live; add only {@link Ticon}} */
    @Override
    @SuppressWarnings("unchecked") // the interface asks for the wider element
    public List<Icon> getIcon() {
        if (icon == null) {
            icon = new ArrayList<>();
        }
        return (List<Icon>) (List<? extends Icon>) icon;
    }

    /**
     * Adds an icon.
     *
     * @param icon the icon to add
     */
    public void setIcon(Ticon icon) {
        getIcon().add(icon);
    }

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
    public String getName() {
        return name;
    }

    /**
     * Sets what a person reads instead of the id.
     *
     * @param name the value
     */
    public void setName(String name) {
        this.name = name;
    }

    @Override
    public String getDescription() {
        return description;
    }

    /**
     * Sets what the component is for.
     *
     * @param description the value; may be null
     */
    public void setDescription(String description) {
        this.description = description;
    }

    @Override
    public String getId() {
        return id;
    }

    /**
     * Sets the pid of the component or factory.
     *
     * @param id the value
     */
    public void setId(String id) {
        this.id = id;
    }

    /** {@return attributes of the XML element that the schema does not know, live} */
    public Map<QName, String> getOtherAttributes() {
        return otherAttributes;
    }
}
