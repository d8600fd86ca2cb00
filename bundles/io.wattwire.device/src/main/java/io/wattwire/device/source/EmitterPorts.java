package io.wattwire.device.source;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** A component with one output and no input, as Kura's wire editor shows it. */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface EmitterPorts {

    /** {@return the least number of input ports} */
    int input_cardinality_minimum() default 0;

    /** {@return the most number of input ports} */
    int input_cardinality_maximum() default 0;

    /** {@return the usual number of input ports} */
    int input_cardinality_default() default 0;

    /** {@return the least number of output ports} */
    int output_cardinality_minimum() default 1;

    /** {@return the most number of output ports} */
    int output_cardinality_maximum() default 1;

    /** {@return the usual number of output ports} */
    int output_cardinality_default() default 1;

    /** {@return whether Kura's screen lists it with wires only} */
    boolean kura_ui_service_hide() default true;
}
