package io.wattwire.device.session;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the name that somebody may have meant. */
public final class Nearest {

    private Nearest() {}

    /**
     * The name that takes the fewest changes of one letter, if it takes few in relation to its
     * length.
     *
     * @param name what somebody wrote
     * @param known names to choose from
     * @return the nearest name, empty when none is near
     */
    public static Optional<String> to(String name, Stream<String> known) {
        record Candidate(String name, int distance) {}
        return known.map(candidate -> new Candidate(candidate, distance(name, candidate)))
                .filter(candidate -> candidate.distance() <= Math.max(2, name.length() / 3))
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
