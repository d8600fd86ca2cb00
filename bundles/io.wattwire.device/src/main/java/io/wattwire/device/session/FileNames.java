package io.wattwire.device.session;

import static java.nio.charset.StandardCharsets.UTF_8;

/** File names made of names that come from outside, such as the pid of an instance. */
public final class FileNames {

    private FileNames() {}

    /**
     * A file name that stays inside its directory and differs for different names: letters, digits,
     * {@code - _} and inner dots are kept, every other byte becomes {@code %} and two hex digits.
     *
     * @param name any text
     * @return a file name without separators, never empty, never beginning with a dot
     */
    public static String of(String name) {
        StringBuilder file = new StringBuilder();
        for (byte b : name.getBytes(UTF_8)) {
            char c = (char) (b & 0xff);
            if (isPlain(c) || c == '.' && file.length() > 0) {
                file.append(c);
            } else {
                file.append(String.format("%%%02x", (int) c));
            }
        }
        return file.length() == 0 ? "%" : file.toString();
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '-'
                || c == '_';
    }
}
