package io.wattwire.publish.venus;

import java.util.Locale;

/**
 * What a state of an inverter, in any brand's words, is for Venus: 0 to 6 start-up, 7 running, 8
 * standby, 9 boot loading, 10 error.
 */
final class StateCode {

    static final int START_UP = 0;
    static final int RUNNING = 7;
    static final int STANDBY = 8;
    static final int BOOT_LOADING = 9;
    static final int ERROR = 10;

    private StateCode() {}

    /**
     * @param state of the device; null where it has none
     * @param powerW what it generates
     * @return null where nothing is known
     */
    static Integer of(Object state, double powerW) {
        String words = state == null ? "" : String.valueOf(state).toLowerCase(Locale.ROOT);
        if (has(words, "fault", "error", "alarm")) {
            return ERROR;
        }
        if (has(words, "flash", "firmware", "update", "boot")) {
            return BOOT_LOADING;
        }
        if (powerW > 0) {
            return RUNNING;
        }
        if (words.equals("off") || has(words, "offline", "standby", "sleep", "shut", "stop")) {
            return STANDBY;
        }
        if (has(words, "wait", "start", "test", "initial", "activat")) {
            return START_UP;
        }
        if (words.equals("ok") || has(words, "normal", "running", "online", "on-grid", "mppt")) {
            return RUNNING;
        }
        return Double.isNaN(powerW) ? null : (Integer) STANDBY;
    }

    private static boolean has(String words, String... any) {
        for (String one : any) {
            if (words.contains(one)) {
                return true;
            }
        }
        return false;
    }
}
