package io.wattwire.limit;

import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The form that Kura shows. Nothing of it is enforced there: {@link SettingsParser} checks. */
@ObjectClassDefinition(
        id = DynamicLimit.PID,
        name = "Wattwire dynamic limit",
        description =
                "Limits inverters so that no more than the allowed power is exported. Starts at"
                        + " the fall-back and returns to it when a reading is missing, old, frozen"
                        + " or absurd. Not a certified export limiter.")
interface Configuration extends BoundsForm, GridForm, InverterForm, BatteryForm, SupervisionForm {}
