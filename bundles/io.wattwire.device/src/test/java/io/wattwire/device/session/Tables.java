package io.wattwire.device.session;

import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.TableException;
import java.io.StringReader;

/** Tables written in the tests themselves. */
final class Tables {

    private Tables() {}

    static RegisterTable of(String registers, String points) {
        try {
            return RegisterTable.read(
                    "registers.csv",
                    new StringReader(registers),
                    "points.csv",
                    new StringReader(points));
        } catch (TableException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    static Register register(String registers) {
        return of(registers, "").registers().get(0);
    }
}
