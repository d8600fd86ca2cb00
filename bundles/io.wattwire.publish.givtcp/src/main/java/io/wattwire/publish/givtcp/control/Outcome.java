package io.wattwire.publish.givtcp.control;

/**
 * What became of a command.
 *
 * @param done the inverter took it
 * @param text the answer as GivTCP words it, with the reason when it is not done
 */
public record Outcome(boolean done, String text) {

    static Outcome done(String title) {
        return new Outcome(true, "Setting " + title + " was a success");
    }

    static Outcome failed(String title, String reason) {
        return new Outcome(false, "Setting " + title + " failed: " + reason);
    }
}
