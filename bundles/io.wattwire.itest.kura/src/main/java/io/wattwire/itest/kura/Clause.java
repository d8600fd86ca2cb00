package io.wattwire.itest.kura;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One package of an Import-Package or Export-Package header.
 *
 * @param name the package
 * @param range its version range, "0" where the header gives none
 */
record Clause(String name, String range) {
    private static final Pattern CLAUSE =
            Pattern.compile("\\s*([^;,\"]+)((?:;[^;,\"]+(?:\"[^\"]*\"|[^;,\"]*))*)(?:,|$)");
    private static final Pattern VERSION = Pattern.compile(";\\s*version=\"?([^\";]+)\"?");

    static List<Clause> parse(String header) {
        List<Clause> clauses = new ArrayList<>();
        if (header == null) {
            return clauses;
        }
        Matcher m = CLAUSE.matcher(header);
        while (m.find()) {
            Matcher version = VERSION.matcher(m.group(2));
            clauses.add(new Clause(m.group(1).strip(), version.find() ? version.group(1) : "0"));
        }
        return clauses;
    }

    @Override
    public String toString() {
        return name + " " + range;
    }
}
