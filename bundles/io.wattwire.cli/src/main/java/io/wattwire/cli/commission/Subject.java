package io.wattwire.cli.commission;

/** The two devices that are tried: an inverter under control and the meter at the grid point. */
public interface Subject {

    /**
     * Asks the devices who they are.
     *
     * @return what they say
     * @throws TrialException when one of them does not answer
     */
    Nameplate nameplate() throws TrialException;

    /**
     * Reads both devices once; never throws, what could not be read is NaN.
     *
     * @return what was read
     */
    Look look();

    /**
     * Commands a limit of the inverter.
     *
     * @param watts at its AC terminals, at least 0
     * @throws TrialException when it is refused or not answered
     */
    void limit(double watts) throws TrialException;

    /** From now on no limit is commanded any more; any thread. */
    void end();

    /** Closes the link to the inverter, as if this gateway were gone. The meter is still read. */
    void leave();

    /** Opens the link to the inverter again. */
    void comeBack();

    /**
     * Gives the inverter the settings back that it had before the first command.
     *
     * @throws TrialException when that did not succeed
     */
    void release() throws TrialException;
}
