package io.wattwire.limit.faults;

/**
 * How the first of two inverters fails, in the moment in which the load falls from 6 kW to 4 kW:
 * the other one has to give what is missing, or to leave room for what nobody controls.
 */
enum PairFault {
    OFF("is off for 20 s", false) {
        @Override
        double backAfterS() {
            return 20;
        }

        @Override
        void strikes(Site site) {
            reboots(site, backAfterS());
        }
    },
    OFF_FOR_GOOD("is off and stays it", false) {
        @Override
        void strikes(Site site) {
            reboots(site, Double.POSITIVE_INFINITY);
        }
    },
    REBOOTED("is rebooted, forgets its limit", false) {
        @Override
        double backAfterS() {
            return 5;
        }

        @Override
        void strikes(Site site) {
            reboots(site, backAfterS());
        }
    },
    FORGETS("forgets its limit while it runs", false) {
        @Override
        void strikes(Site site) {
            site.at(Fault.AT_S, () -> site.inverter().forget());
        }
    },
    IGNORES("ignores or refuses its writes", true) {
        @Override
        void strikes(Site site) {
            site.at(Fault.AT_S, () -> site.inverter().ignore());
        }
    };

    private final String title;
    private final boolean deaf;

    PairFault(String title, boolean deaf) {
        this.title = title;
        this.deaf = deaf;
    }

    abstract void strikes(Site site);

    private static void reboots(Site site, double awayS) {
        double back = Fault.AT_S + awayS;
        site.at(Fault.AT_S, () -> site.inverter().reboot(back, back + Fault.SOFT_START_S));
    }

    /** When both can be commanded again. */
    double backAfterS() {
        return 0;
    }

    String title() {
        return title;
    }

    /** Whether it generates and does not obey: an alarm is due. */
    boolean deaf() {
        return deaf;
    }
}
