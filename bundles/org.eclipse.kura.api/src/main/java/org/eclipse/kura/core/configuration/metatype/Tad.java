package org.eclipse.kura.core.configuration.metatype;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.eclipse.kura.configuration.metatype.AD;
import org.eclipse.kura.configuration.metatype.Option;
import org.eclipse.kura.configuration.metatype.Scalar;

/**
 * Describes one attribute: required and single unless set otherwise. A plain bean; nothing is
 * checked.
 */
public class Tad implements AD {
    /** The values to choose from. */
    protected List<Toption> option;

    /** Child elements that the schema does not know. */
    protected List<Object> any;

    /** What a person reads instead of the id. */
    protected String name;

    /** What it is for; may be null. */
    protected String description;

    /** The key of the attribute. */
    protected String id;

    /** The type of the value. */
    protected Tscalar type;

    /** How many values; null means 0. */
    protected Integer cardinality;

    /** The least value or length; may be null. */
    protected String min;

    /** The greatest value or length; may be null. */
    protected String max;

    /** The value of a new configuration; may be null. */
    protected String _default;

    /** Whether a value must be given; null means true. */
    protected Boolean required;

    private final Map<QName, String> otherAttributes = new HashMap<>();

    /** An empty description. */
    public Tad() {}

    /** {@return options, live; add only {@link Toption}} */
    @Override
    @SuppressWarnings("unchecked") // the interface asks for the wider element
    public List<Option> getOption() {
        if (option == null) {
            option = new ArrayList<>();
        }
        return (List<Option>) (List<? extends Option>) option;
    }

    /**
     * Adds an option.
     *
     * @param option the option to add
     */
    public void setOption(Toption option) {
        getOption().add(option);
    }

    /** {@return child elements of the XML element that the schema does not know, live} */
    public List<Object> getAny() {
        if (any == null) {
            any = new ArrayList<>();
        }
        return any;
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
     * Sets what the attribute is for.
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
     * Sets the key of the attribute.
     *
     * @param id the value
     */
    public void setId(String id) {
        this.id = id;
    }

    /**
     * {@return the type of the value}
     *
     * @throws NullPointerException if it was never set
     */
    @Override
    public Scalar getType() {
        return Scalar.fromValue(type.value());
    }

    /**
     * Sets the type of the value.
     *
     * @param type the type; may be null, but not when it is read
     */
    public void setType(Tscalar type) {
        this.type = type;
    }

    @Override
    public int getCardinality() {
        return cardinality == null ? 0 : cardinality;
    }

    /**
     * Sets how many values there are.
     *
     * @param cardinality see {@link AD#getCardinality()}; null means 0
     */
    public void setCardinality(Integer cardinality) {
        this.cardinality = cardinality;
    }

    @Override
    public String getMin() {
        return min;
    }

    /**
     * Sets the least value or length.
     *
     * @param min the value; may be null
     */
    public void setMin(String min) {
        this.min = min;
    }

    @Override
    public String getMax() {
        return max;
    }

    /**
     * Sets the greatest value or length.
     *
     * @param max the value; may be null
     */
    public void setMax(String max) {
        this.max = max;
    }

    @Override
    public String getDefault() {
        return _default;
    }

    /**
     * Sets the value of a new configuration.
     *
     * @param value the value as text; may be null
     */
    public void setDefault(String value) {
        this._default = value;
    }

    @Override
    public boolean isRequired() {
        return required == null || required;
    }

    /**
     * Sets whether a value must be given.
     *
     * @param required whether it must; null means true
     */
    public void setRequired(Boolean required) {
        this.required = required;
    }

    /** {@return attributes of the XML element that the schema does not know, live} */
    public Map<QName, String> getOtherAttributes() {
        return otherAttributes;
    }
}
