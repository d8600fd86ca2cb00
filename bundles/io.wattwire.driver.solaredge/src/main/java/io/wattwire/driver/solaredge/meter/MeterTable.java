package io.wattwire.driver.solaredge.meter;

import io.wattwire.device.model.Expression;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.TableException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The registers of one kind of meter and what each shows.
 *
 * @param registers all, as the real meter has them
 * @param shows for each register its value in terms of quantities, settings and other registers
 * @param kept registers that begin so and then hold what is written to them
 */
record MeterTable(RegisterTable registers, Map<Register, Expression> shows, Set<String> kept) {

    private static final Map<MeterKind, MeterTable> TABLES = new EnumMap<>(MeterKind.class);

    static {
        for (MeterKind kind : MeterKind.values()) {
            TABLES.put(kind, read(kind.text()));
        }
    }

    static MeterTable of(MeterKind kind) {
        return TABLES.get(kind);
    }

    private static MeterTable read(String name) {
        String file = name + "-registers.csv";
        try (Reader rows = TableFile.reader(file)) {
            RegisterTable registers =
                    RegisterTable.read(file, rows, "no points", new StringReader("name,value\n"));
            Map<Register, Expression> shows = new LinkedHashMap<>();
            Set<String> kept = new LinkedHashSet<>();
            for (List<String> row : TableFile.rows(name + "-values.csv", 3)) {
                Register register = registers.register(row.get(0)).orElseThrow();
                shows.put(register, Expression.parse(row.get(1)));
                if (!row.get(2).isEmpty()) {
                    kept.add(register.name());
                }
            }
            if (shows.size() != registers.registers().size()) {
                throw new IllegalStateException(file + ": a register shows nothing");
            }
            return new MeterTable(registers, shows, kept);
        } catch (TableException wrong) {
            throw new IllegalStateException(wrong);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
