package io.wattwire.limit.faults;

/** How far apart grid and inverter are read, and how many writes a load drop may cost then. */
enum Skew {
    TOGETHER("together", 6) {
        @Override
        Polls polls(double phaseS) {
            return Polls.eachSecond(phaseS);
        }
    },
    HALF_A_SECOND("0.5 s apart", 20) {
        @Override
        Polls polls(double phaseS) {
            return Polls.eachSecond(phaseS).inverterAfterMeter(0.5);
        }
    },
    FIVE_SECONDS_LATE("5 s late", 20) {
        @Override
        Polls polls(double phaseS) {
            return Polls.eachSecond(phaseS).inverterLate(5);
        }
    },
    EVERY_FIVE_SECONDS("every 5 s", 20) {
        @Override
        Polls polls(double phaseS) {
            return Polls.eachSecond(phaseS).inverterEvery(5);
        }
    };

    private final String title;
    private final int mostWrites;

    Skew(String title, int mostWrites) {
        this.title = title;
        this.mostWrites = mostWrites;
    }

    abstract Polls polls(double phaseS);

    String title() {
        return title;
    }

    int mostWrites() {
        return mostWrites;
    }
}
