package io.wattwire.publish;

import org.osgi.service.metatype.annotations.AttributeDefinition;

/** What Kura's screen shows of thinning out. */
public interface ThinningSettings {

    /**
     * What is passed on how often.
     *
     * @return rules, as {@link Rules} reads them
     */
    @AttributeDefinition(
            name = "Channels",
            description =
                    "Rules, the first that fits counts: link_* = off; *_energy_* = last 300;"
                            + " meter/* = mean 60; * = change 600. Without one: each value.",
            required = false)
    String channels();
}
