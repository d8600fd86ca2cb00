package io.wattwire.device.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** A component with one input and one output, as Kura's wire editor shows it. */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RelayPorts {

    /** {@return what the input is called, as {@code 0=readings}} */
    String input_port_names();

    /** {@return what the output is called, as {@code 0=status}} */
    String output_port_names();

    /** {@return the least number of input ports} */
    int input_cardinality_minimum() default 1;

    /** {@return the most number of input ports} */
    int input_cardinality_maximum() default 1;

    /** {@return the usual number of input ports} */
    int input_cardinality_default() default 1;

    /** {@return the least number of output ports} */
    int output_cardinality_minimum() default 1;

    /** {@return the most number of output ports} */
    int output_cardinality_maximum() default 1;

    /** {@return the usual number of output ports} */
    int output_cardinality_default() default 1;

    /** {@return whether Kura's screen lists it with wires only} */
    boolean kura_ui_service_hide() default true;
}
