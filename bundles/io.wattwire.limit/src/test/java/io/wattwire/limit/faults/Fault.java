package io.wattwire.limit.faults;

import io.wattwire.limit.faults.PlantMeter.State;
import java.util.Map;

/**
 * The faults of the matrix that are tried in simulated time. Each strikes at {@link #AT_S} in the
 * moment in which the load falls from 3 kW to 300 W, the worst one that it could choose.
 */
enum Fault {
    METER_OFF("meter off", Kind.OBEYS, 3) {
        @Override
        void strikes(Site site, Gateway gateway) {
            site.at(AT_S, () -> site.meter().be(State.OFF));
        }
    },
    METER_FROZEN("meter frozen (normal for 30 s)", Kind.OBEYS, 31) {
        @Override
        void strikes(Site site, Gateway gateway) {
            site.at(AT_S, () -> site.meter().be(State.FROZEN));
        }
    },
    METER_ABSURD("meter garbage: NaN, infinite, megawatts", Kind.OBEYS, 3) {
        @Override
        void strikes(Site site, Gateway gateway) {
            site.at(AT_S, () -> site.meter().be(State.ABSURD));
        }
    },
    METER_RANDOM("meter garbage: any value up to 20 kW", Kind.OBEYS, 4) {
        @Override
        void strikes(Site site, Gateway gateway) {
            site.at(AT_S, () -> site.meter().be(State.RANDOM));
        }
    },
    METER_REVERSED("meter reversed", Kind.OBEYS, 4) {
        @Override
        void strikes(Site site, Gateway gateway) {
            site.at(AT_S, () -> site.meter().be(State.REVERSED));
        }
    },
    METER_REVERSED_AT_START("meter reversed from the start", Kind.OBEYS, 4) {
        @Override
        void strikes(Site site, Gateway gateway) {
            site.load(t -> 300).at(AT_S, () -> site.meter().be(State.REVERSED));
            site.at(AT_S, gateway::stop).at(AT_S + 0.1, gateway::start);
        }
    },
    INVERTER_OFF("inverter off for 20 s", Kind.BEFORE_EXPORT, 2) {
        @Override
        double backAfterS() {
            return 20;
        }

        @Override
        void strikes(Site site, Gateway gateway) {
            double back = AT_S + backAfterS();
            site.at(AT_S, () -> site.inverter().reboot(back, back + SOFT_START_S));
        }
    },
    INVERTER_REBOOTED("inverter rebooted, forgets the limit", Kind.BEFORE_EXPORT, 2) {
        @Override
        double backAfterS() {
            return 5;
        }

        @Override
        void strikes(Site site, Gateway gateway) {
            double back = AT_S + backAfterS();
            site.at(AT_S, () -> site.inverter().reboot(back, back + SOFT_START_S));
        }
    },
    INVERTER_FORGETS("inverter forgets the limit while it runs", Kind.OBEYS, 2) {
        @Override
        void strikes(Site site, Gateway gateway) {
            site.at(AT_S, () -> site.inverter().forget());
        }
    },
    SUNRISE("sunrise", Kind.BEFORE_EXPORT, 2) {
        @Override
        void strikes(Site site, Gateway gateway) {
            site.load(t -> 300).sun(t -> t < AT_S ? 0 : PlantInverter.RATED_W);
            site.at(0, () -> site.inverter().reboot(AT_S, AT_S + SOFT_START_S));
        }
    },
    WRITES_IGNORED("inverter ignores writes", Kind.DEAF, 0) {
        @Override
        void strikes(Site site, Gateway gateway) {
            site.at(AT_S, () -> site.inverter().ignore());
        }
    },
    BUS_SHORTED("bus shorted", Kind.DEAF, 0) {
        @Override
        void strikes(Site site, Gateway gateway) {
            site.at(AT_S, () -> site.line().shortOut());
        }
    },
    LINK_SLOW("link slow, answers after 1 s", Kind.OBEYS, 4) {
        @Override
        void strikes(Site site, Gateway gateway) {
            site.at(AT_S, () -> site.line().slow(1));
        }
    },
    GATEWAY_KILLED("gateway killed, back after 45 s", Kind.GAP, 1) {
        @Override
        double backAfterS() {
            return LONG_GAP_S;
        }

        @Override
        void strikes(Site site, Gateway gateway) {
            site.at(AT_S, gateway::kill).at(AT_S + LONG_GAP_S, gateway::restart);
        }
    },
    SUSPENDED("machine suspended for 60 s", Kind.GAP, 1) {
        @Override
        double backAfterS() {
            return 60;
        }

        @Override
        void strikes(Site site, Gateway gateway) {
            site.at(AT_S, gateway::suspend).at(AT_S + 60, () -> gateway.resume(60));
        }
    },
    PROCESS_STOPPED("process stopped for 60 s (monotonic clock runs on)", Kind.GAP, 1) {
        @Override
        double backAfterS() {
            return 60;
        }

        @Override
        void strikes(Site site, Gateway gateway) {
            site.at(AT_S, gateway::suspend).at(AT_S + 60, () -> gateway.resume(0));
        }
    },
    CLOCK_FORWARD("wall clock jumps an hour ahead", Kind.OBEYS, 2) {
        @Override
        void strikes(Site site, Gateway gateway) {
            site.at(AT_S, () -> gateway.jumpWallClock(3600));
        }
    },
    CLOCK_BACK("wall clock jumps an hour back", Kind.OBEYS, 2) {
        @Override
        void strikes(Site site, Gateway gateway) {
            site.at(AT_S, () -> gateway.jumpWallClock(-3600));
        }
    },
    BUNDLE_UPDATED("bundle updated (away for 0.1 s)", Kind.OBEYS, 1) {
        @Override
        void strikes(Site site, Gateway gateway) {
            site.at(AT_S, gateway::stop).at(AT_S + 0.1, gateway::start);
        }
    },
    BUNDLE_STOPPED("bundle stopped", Kind.OBEYS, 0) {
        @Override
        void strikes(Site site, Gateway gateway) {
            site.at(AT_S, gateway::stop);
        }
    },
    THREAD_STARVED("limit's thread starved for 3 s", Kind.OBEYS, 3) {
        @Override
        void strikes(Site site, Gateway gateway) {
            site.at(AT_S, () -> gateway.starve(3));
        }
    },
    SETTINGS_REMOVED("all settings removed", Kind.OBEYS, 1) {
        @Override
        void strikes(Site site, Gateway gateway) {
            site.at(AT_S, gateway::removeSettings);
        }
    },
    TWO_LIMITERS_HERE("a second limiter with a higher bound in the same framework", Kind.OBEYS, 1) {
        @Override
        void strikes(Site site, Gateway gateway) {
            Gateway second =
                    site.gateway(
                            gateway.framework(),
                            Map.of("allowed.export.w", "3680"),
                            Polls.eachSecond(0.35));
            site.at(AT_S, second::start);
        }
    },
    TWO_LIMITERS("a second limiter with a higher bound on another gateway", Kind.DEAF, 0) {
        @Override
        void strikes(Site site, Gateway gateway) {
            Gateway second =
                    site.gateway(Map.of("allowed.export.w", "3680"), Polls.eachSecond(0.35));
            site.at(AT_S, second::start);
        }
    };

    /** What the matrix asks of a cell. */
    enum Kind {
        /** The safe command goes out in time and the device follows it. */
        OBEYS,
        /** The safe command goes out before the device feeds in. */
        BEFORE_EXPORT,
        /** Nobody is there to command for a while; in time after that. */
        GAP,
        /** The device does not follow: an alarm is due. */
        DEAF
    }

    /** The fault strikes and the load drops. */
    static final double AT_S = 30;

    private static final double LONG_GAP_S = 45;

    /** Grid codes ask for a minute before an inverter feeds in again; this one is hasty. */
    static final double SOFT_START_S = 3;

    private final String title;
    private final Kind kind;
    private final double detectionS;

    Fault(String title, Kind kind, double detectionS) {
        this.title = title;
        this.kind = kind;
        this.detectionS = detectionS;
    }

    abstract void strikes(Site site, Gateway gateway);

    /** When there is somebody again who can command and be commanded. */
    double backAfterS() {
        return 0;
    }

    String title() {
        return title;
    }

    Kind kind() {
        return kind;
    }

    double detectionS() {
        return detectionS;
    }
}
