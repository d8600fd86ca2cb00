package io.wattwire.device.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.MeterRole;
import io.wattwire.device.model.RegisterTable;
import java.io.StringReader;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is said of a name that exists, but not here. */
class ElsewhereTest {

    private DeviceFamily family;

    @BeforeEach
    void twoModels() throws Exception {
        RegisterTable table =
                RegisterTable.read(
                        "registers.csv",
                        new StringReader(
                                """
                                name,kind,address,type,unit,models
                                small,holding,0,S16,W,one
                                large,holding,1,S16,W,two
                                """),
                        "points.csv",
                        new StringReader(
                                """
                                name,role,value,models
                                grid_power,grid,small,one
                                load_power,load,small,one
                                grid_power,grid,large,two
                                """));
        family =
                DeviceFamily.of("meter", table)
                        .meter()
                        .model("one", "One")
                        .model("two", "Two")
                        .build();
    }

    private Optional<String> reason(String model, String name) {
        RegisterTable ofModel = family.table().forModel(model);
        return new Elsewhere(family, model, ofModel).reason(name);
    }

    @Test
    void withoutAModelItSaysWhichThereAre() {
        assertEquals(
                Optional.of(
                        "'grid_power' means nothing before the model is known; set the model to one"
                                + " of one, two"),
                reason("", "grid_power"));
    }

    @Test
    void whatOtherModelsHaveIsNoMisspelling() {
        assertEquals(
                Optional.of(
                        "this device (two) has no 'small': its model or firmware lacks the"
                                + " registers, others have them"),
                reason("two", "small"));
    }

    @Test
    void aMeterWithAnotherRoleHasIt() {
        RegisterTable grid = family.table().forModel("one").forMeter(MeterRole.GRID, false, 0);
        assertEquals(Optional.empty(), grid.point("load_power").map(Object::toString));
        assertEquals(
                Optional.of(
                        "a meter with another role has 'load_power'; set meter.role to what it"
                                + " measures"),
                reason("one", "load_power"));
    }

    @Test
    void nobodyKnowsAMisspelling() {
        assertEquals(Optional.empty(), reason("one", "grid_powr"));
    }
}
