package org.eclipse.kura.wire.graph;

import java.util.Map;
import org.eclipse.kura.configuration.ComponentConfiguration;

/** A kind of wire component: its factory and its ports. A plain bean; nothing is checked. */
public class WireComponentDefinition {
    private String factoryPid;
    private int minInputPorts;
    private int maxInputPorts;
    private int defaultInputPorts;
    private int minOutputPorts;
    private int maxOutputPorts;
    private int defaultOutputPorts;
    private Map<Integer, String> inputPortNames;
    private Map<Integer, String> outputPortNames;
    private ComponentConfiguration componentOCD;

    /** A definition to fill in. */
    public WireComponentDefinition() {}

    /** {@return the pid of the component factory} */
    public String getFactoryPid() {
        return factoryPid;
    }

    /**
     * Sets the pid of the component factory.
     *
     * @param factoryPid the value
     */
    public void setFactoryPid(String factoryPid) {
        this.factoryPid = factoryPid;
    }

    /** {@return the least number of input ports} */
    public int getMinInputPorts() {
        return minInputPorts;
    }

    /**
     * Sets the least number of input ports.
     *
     * @param minInputPorts the value
     */
    public void setMinInputPorts(int minInputPorts) {
        this.minInputPorts = minInputPorts;
    }

    /** {@return the greatest number of input ports} */
    public int getMaxInputPorts() {
        return maxInputPorts;
    }

    /**
     * Sets the greatest number of input ports.
     *
     * @param maxInputPorts the value
     */
    public void setMaxInputPorts(int maxInputPorts) {
        this.maxInputPorts = maxInputPorts;
    }

    /** {@return the number of input ports of a new component} */
    public int getDefaultInputPorts() {
        return defaultInputPorts;
    }

    /**
     * Sets the number of input ports of a new component.
     *
     * @param defaultInputPorts the value
     */
    public void setDefaultInputPorts(int defaultInputPorts) {
        this.defaultInputPorts = defaultInputPorts;
    }

    /** {@return the least number of output ports} */
    public int getMinOutputPorts() {
        return minOutputPorts;
    }

    /**
     * Sets the least number of output ports.
     *
     * @param minOutputPorts the value
     */
    public void setMinOutputPorts(int minOutputPorts) {
        this.minOutputPorts = minOutputPorts;
    }

    /** {@return the greatest number of output ports} */
    public int getMaxOutputPorts() {
        return maxOutputPorts;
    }

    /**
     * Sets the greatest number of output ports.
     *
     * @param maxOutputPorts the value
     */
    public void setMaxOutputPorts(int maxOutputPorts) {
        this.maxOutputPorts = maxOutputPorts;
    }

    /** {@return the number of output ports of a new component} */
    public int getDefaultOutputPorts() {
        return defaultOutputPorts;
    }

    /**
     * Sets the number of output ports of a new component.
     *
     * @param defaultOutputPorts the value
     */
    public void setDefaultOutputPorts(int defaultOutputPorts) {
        this.defaultOutputPorts = defaultOutputPorts;
    }

    /** {@return the names of the input ports by number} */
    public Map<Integer, String> getInputPortNames() {
        return inputPortNames;
    }

    /**
     * Sets the names of the input ports by number, not copied.
     *
     * @param inputPortNames the value
     */
    public void setInputPortNames(Map<Integer, String> inputPortNames) {
        this.inputPortNames = inputPortNames;
    }

    /** {@return the names of the output ports by number} */
    public Map<Integer, String> getOutputPortNames() {
        return outputPortNames;
    }

    /**
     * Sets the names of the output ports by number, not copied.
     *
     * @param outputPortNames the value
     */
    public void setOutputPortNames(Map<Integer, String> outputPortNames) {
        this.outputPortNames = outputPortNames;
    }

    /** {@return the description of its configuration, with the defaults} */
    public ComponentConfiguration getComponentOCD() {
        return componentOCD;
    }

    /**
     * Sets the description of its configuration, with the defaults.
     *
     * @param componentOCD the value
     */
    public void setComponentOCD(ComponentConfiguration componentOCD) {
        this.componentOCD = componentOCD;
    }
}
