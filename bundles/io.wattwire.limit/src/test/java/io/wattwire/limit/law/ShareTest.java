package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.wattwire.limit.law.LimitSettings.Sharing;
import io.wattwire.limit.law.Share.Claim;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShareTest {

    private static Claim claim(double rated, int priority, double demand) {
        return new Claim(rated, priority, 0, demand, rated, 0);
    }

    private static void expect(Sharing how, double watts, List<Claim> claims, double... parts) {
        assertArrayEquals(parts, Share.of(watts, claims, how), 1e-9);
    }

    @Test
    void byRatingEachGetsItsPartOfWhatIsScarce() {
        List<Claim> claims = List.of(claim(4000, 1, 4000), claim(2000, 2, 2000));
        expect(Sharing.RATING, 3000, claims, 2000, 1000);
        expect(Sharing.RATING, -300, claims, -200, -100);
        expect(Sharing.RATING, 9000, claims, 6000, 3000);
    }

    @Test
    void whatOneDoesNotAskForTheOthersGet() {
        List<Claim> claims = List.of(claim(4000, 1, 500), claim(4000, 2, 4000));
        expect(Sharing.RATING, 3000, claims, 500, 2500);
        expect(Sharing.RATING, 5000, claims, 1000, 4000);
    }

    @Test
    void byPriorityTheFirstIsServedFirst() {
        List<Claim> claims = List.of(claim(4000, 2, 4000), claim(4000, 1, 1000));
        expect(Sharing.PRIORITY, 3000, claims, 2000, 1000);
        expect(Sharing.PRIORITY, 600, claims, 0, 600);
    }

    @Test
    void whatOneMayAlreadyGenerateIsTakenFromTheOthers() {
        Claim closed = new Claim(4000, 1, 1000, 1000, 4000, 0);
        expect(Sharing.RATING, 1500, List.of(closed, claim(4000, 2, 4000)), 1000, 500);
    }

    @Test
    void oneThatWouldStopLeavesItsPart() {
        Claim one = new Claim(4000, 1, 0, 4000, 4000, 100);
        Claim other = new Claim(4000, 2, 0, 4000, 4000, 100);
        expect(Sharing.RATING, 150, List.of(one, other), 150, 0);
        expect(Sharing.RATING, 50, List.of(one, other), 50, 0);
        expect(Sharing.RATING, 200, List.of(one, other), 100, 100);
    }

    @Test
    void oneThatMayGenerateAnywayCountsEvenWithLessThanItsLowest() {
        Claim closed = new Claim(4000, 2, 500, 500, 4000, 100);
        expect(Sharing.RATING, 80, List.of(claim(4000, 1, 4000), closed), 0, 80);
    }

    @Test
    void aloneItGetsAllWhateverItAsksFor() {
        expect(Sharing.RATING, 150, List.of(claim(100, 1, 10)), 150);
    }
}
