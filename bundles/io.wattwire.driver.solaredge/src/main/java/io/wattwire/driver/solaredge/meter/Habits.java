package io.wattwire.driver.solaredge.meter;

import io.wattwire.device.server.ModbusFault;
import java.util.Map;

/** What one kind of meter does beyond showing and keeping values. One object for each meter. */
interface Habits {

    /** A meter that only shows and keeps. */
    Habits NONE =
            new Habits() {
                @Override
                public void beforeWrite(Map<String, Double> writes, Access access) {
                    // everything may be written
                }

                @Override
                public void afterWrite(String register, double value, Access access) {
                    // nothing follows from it
                }

                @Override
                public Map<String, Double> figures(Access access) {
                    return Map.of();
                }

                @Override
                public void afterRead(int address, int count) {
                    // a reading changes nothing
                }

                @Override
                public void failed(int code) {
                    // it keeps no errors
                }

                @Override
                public byte[] serverId() {
                    return new byte[0];
                }
            };

    /** What a habit may reach. */
    interface Access {

        /** What was written into a register; otherwise what the meter's settings say. */
        double kept(String register, String setting);

        /** Keeps another value. */
        void keep(String register, double value);

        /** Lets a register be as if nothing was ever written to it. */
        void forget(String register);

        /** Lets the writable energies begin anew at 0. */
        void zeroEnergies();

        /** Lets the demands begin anew. */
        void zeroDemand();
    }

    /** Refuses a write as a whole. */
    void beforeWrite(Map<String, Double> writes, Access access) throws ModbusFault;

    /** A register was written. */
    void afterWrite(String register, double value, Access access);

    /** Values of its own, which registers show. */
    Map<String, Double> figures(Access access);

    /** Registers were read. */
    void afterRead(int address, int count);

    /** A request was refused. */
    void failed(int code);

    /** Answer of function 17. */
    byte[] serverId();
}
