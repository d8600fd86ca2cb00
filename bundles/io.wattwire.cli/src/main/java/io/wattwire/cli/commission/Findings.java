package io.wattwire.cli.commission;

import java.util.List;

/**
 * All that a commissioning found.
 *
 * @param plan what was to be tried
 * @param survey what was there before; null when the devices did not answer
 * @param claimedClass A, B or C
 * @param steps of the limit
 * @param slowest response that the largest load drop is computed from; null when none was measured
 * @param checks in the order in which they were made
 * @param looks the whole course, for the picture
 */
public record Findings(
        Plan plan,
        Survey survey,
        String claimedClass,
        List<Step> steps,
        Response slowest,
        List<Check> checks,
        List<Look> looks) {

    /**
     * Whether nothing that was tried failed.
     *
     * @return false when one check or more failed
     */
    public boolean passed() {
        return checks.stream().noneMatch(check -> check.outcome() == Check.Outcome.FAILED);
    }
}
