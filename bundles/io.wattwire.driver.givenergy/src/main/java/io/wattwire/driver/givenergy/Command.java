package io.wattwire.driver.givenergy;

import io.wattwire.device.model.Operation;
import io.wattwire.device.model.RegisterWrite;
import java.util.Set;

/** What the operations of GivEnergy have in common: name, models, and the words for people. */
abstract class Command implements Operation {

    private final String name;
    private final String takes;
    private final Set<String> models;

    Command(String name, String takes, Set<String> models) {
        this.name = name;
        this.takes = takes;
        this.models = models;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String takes() {
        return takes;
    }

    @Override
    public final Set<String> models() {
        return models;
    }

    /** All settings are stored, so what holds already is not written again. */
    static RegisterWrite write(String register, Object value) {
        return new RegisterWrite(register, value, true);
    }

    IllegalArgumentException impossible(Object given) {
        return new IllegalArgumentException(name + " cannot be '" + given + "'; write " + takes);
    }
}
