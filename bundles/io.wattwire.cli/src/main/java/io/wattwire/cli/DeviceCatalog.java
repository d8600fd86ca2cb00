package io.wattwire.cli;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Which devices the command line can talk to. */
interface DeviceCatalog {

    /**
     * A family, and one of its models if the user named that.
     *
     * @param family the family
     * @param model the model's name, or "" to identify it
     */
    record Match(DeviceFamily family, String model) {

        /** Devices that do not tell their model mean nothing until the user names it. */
        void requireModel() throws WrongUse {
            if (model.isEmpty()
                    && family.models().size() > 1
                    && family.identification().isEmpty()) {
                throw new WrongUse(
                        family.title()
                                + " do not tell their model; instead of "
                                + family.name()
                                + " write one of "
                                + family.models().stream()
                                        .map(Model::name)
                                        .collect(Collectors.joining(", ")));
            }
        }
    }

    /** All families, in the order of their names. */
    List<DeviceFamily> families();

    /**
     * The family or model of that name, or what a register table of the user's own describes; a
     * name that nobody has is a wrong use with the choices.
     */
    default Match find(String name) throws WrongUse {
        if (name.endsWith(OwnTable.SUFFIX)) {
            return new Match(OwnTable.read(name), "");
        }
        List<String> known = new ArrayList<>();
        for (DeviceFamily family : families()) {
            if (family.name().equals(name)) {
                return new Match(family, "");
            }
            known.add(family.name());
            for (Model model : family.models()) {
                if (model.name().equals(name)) {
                    return new Match(family, name);
                }
                known.add(model.name());
            }
        }
        throw new WrongUse(
                "there is no device '"
                        + name
                        + "'; there are: "
                        + String.join(", ", known)
                        + ", and any registers.csv of your own");
    }
}
