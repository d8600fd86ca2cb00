package io.wattwire.device.driver;

import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Operation;
import io.wattwire.device.model.RegisterTable;
import java.util.List;
import java.util.Objects;

/**
 * What a driver knows of its device at a moment, for those who describe it to others. Nothing is
 * asked for it.
 *
 * @param title the kind of device, for people
 * @param identity who answers, as far as it has answered
 * @param table what can be read and written; the whole family's until the model is known
 * @param operations the commands in the brand's own words
 */
public record DeviceView(
        String title, Identity identity, RegisterTable table, List<Operation> operations) {

    /** Checks that nothing is null. {@inheritDoc} */
    public DeviceView {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(table, "table");
        operations = List.copyOf(operations);
    }
}
