package io.wattwire.limit;

import io.wattwire.limit.law.EnergyBalance;
import io.wattwire.limit.supervisor.AtomicFile;
import io.wattwire.limit.supervisor.Saver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the energy balance over restarts: every ten minutes, when the bound begins or ends, and at
 * a stop. What cannot be read begins anew, with the bound in force.
 */
final class BalanceStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BalanceStore.class);
    private static final long PERIOD_NANOS = 600_000_000_000L;
    private static final String FILE = "energy.balance";
    private static final String HEAD = "wattwire energy balance 1";

    private final AtomicFile file;
    private final String pid;
    private final Saver saver;
    private EnergyBalance last;
    private EnergyBalance saved;
    private long savedNanos;

    private BalanceStore(AtomicFile file, String pid) {
        this.file = file;
        this.pid = pid;
        this.saver = new Saver(file, pid, "the energy balance");
    }

    static BalanceStore open(Path directory, String pid) {
        return new BalanceStore(new AtomicFile(directory.resolve(FILE)), pid);
    }

    EnergyBalance load() {
        if (file.missing()) {
            return EnergyBalance.NONE;
        }
        try {
            Optional<EnergyBalance> read = file.read().flatMap(BalanceStore::parse);
            if (read.isPresent()) {
                return read.get();
            }
            LOG.error("{}: {} is damaged: the energy balance begins anew", pid, file.path());
        } catch (IOException e) {
            LOG.error("{}: {} cannot be read: {}", pid, file.path(), e.toString());
        }
        return EnergyBalance.NONE;
    }

    private static Optional<EnergyBalance> parse(List<String> lines) {
        try {
            String[] words = lines.get(1).split(" ");
            double kwh = Double.parseDouble(words[0]);
            if (!lines.get(0).equals(HEAD) || !Double.isFinite(kwh)) {
                return Optional.empty();
            }
            return Optional.of(
                    EnergyBalance.restored(
                            kwh,
                            Boolean.parseBoolean(words[1]),
                            Double.parseDouble(words[2]),
                            Double.parseDouble(words[3])));
        } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
            return Optional.empty();
        }
    }

    /** Returns at once. */
    void see(EnergyBalance balance, long nowNanos) {
        last = balance;
        boolean turned = saved == null || saved.enforced() != balance.enforced();
        if (turned || nowNanos - savedNanos >= PERIOD_NANOS) {
            save(balance);
            savedNanos = nowNanos;
        }
    }

    private void save(EnergyBalance balance) {
        saved = balance;
        saver.save(
                List.of(
                        HEAD,
                        balance.kwh()
                                + " "
                                + balance.enforced()
                                + " "
                                + balance.imported().last().value()
                                + " "
                                + balance.exported().last().value()));
    }

    @Override
    public void close() {
        if (last != null && !last.equals(saved)) {
            save(last);
        }
        saver.close();
    }
}
