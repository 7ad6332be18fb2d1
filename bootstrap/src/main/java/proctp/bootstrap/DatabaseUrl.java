package proctp.bootstrap;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a PostgreSQL is, said in either of the two ways people have: libpq's and JDBC's.
 *
 * @param jdbcUrl for pgjdbc, free of user and password
 * @param user decoded; empty when the URL names none
 * @param password decoded; empty when the URL names none
 */
record DatabaseUrl(String jdbcUrl, Optional<String> user, Optional<String> password) {
    private static final Pattern URL = Pattern.compile(
            "(jdbc:)?postgres(?:ql)?://(?:([^/?]*)@)?([^/?@]*)/([^/?@]+)(?:\\?(.*))?");
    private static final String HOST = "(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?";
    /** None at all stands for this machine. */
    private static final Pattern HOSTS = Pattern.compile("(?:" + HOST + "(?:," + HOST + ")*)?");
    private static final Pattern PORT = Pattern.compile(":([0-9]{1,5})(?=,|$)");
    /** What libpq calls otherwise and pgjdbc would ignore without a word. */
    private static final Map<String, String> PGJDBC_NAMES = Map.of(
            "connect_timeout", "connectTimeout",
            "application_name", "ApplicationName",
            "channel_binding", "channelBinding");

    /** Empty when it is no such URL; says nothing about why, for that could show a password. */
    static Optional<DatabaseUrl> parse(String text) {
        Matcher parts = URL.matcher(text.startsWith("jdbc:") ? text : text.replace("+", "%2B"));
        if (!parts.matches() || !hostsAreRight(parts.group(3))) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(parts));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static DatabaseUrl of(Matcher parts) {
        String[] login = parts.group(2) == null ? new String[0] : parts.group(2).split(":", 2);
        Optional<String> user = part(login, 0);
        Optional<String> password = part(login, 1);
        List<String> kept = new ArrayList<>();
        for (String parameter : parts.group(5) == null ? new String[0] : parts.group(5).split("&")) {
            String[] nameAndValue = parameter.split("=", 2);
            if (nameAndValue[0].equals("user")) {
                user = part(nameAndValue, 1);
            } else if (nameAndValue[0].equals("password")) {
                password = part(nameAndValue, 1);
            } else if (!parameter.isEmpty()) {
                kept.add(forPgjdbc(nameAndValue));
            }
        }
        String url = "jdbc:postgresql://" + parts.group(3) + "/" + parts.group(4);
        decode(parts.group(4));
        return new DatabaseUrl(kept.isEmpty() ? url : url + "?" + String.join("&", kept), user, password);
    }

    private static Optional<String> part(String[] parts, int index) {
        return index < parts.length && !parts[index].isEmpty() ? Optional.of(decode(parts[index])) : Optional.empty();
    }

    private static String forPgjdbc(String[] nameAndValue) {
        nameAndValue[0] = PGJDBC_NAMES.getOrDefault(nameAndValue[0], nameAndValue[0]);
        decode(String.join("=", nameAndValue));
        return String.join("=", nameAndValue);
    }

    /** Fails on a bad percent escape, so that pgjdbc, which would log the whole URL, never sees one. */
    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    private static boolean hostsAreRight(String hosts) {
        return HOSTS.matcher(hosts).matches()
                && PORT.matcher(hosts).results().mapToInt(port -> Integer.parseInt(port.group(1)))
                        .allMatch(port -> port >= 1 && port <= 65_535);
    }

    /** Leaves out the password, and the parameters, since some of them are secrets too. */
    @Override
    public String toString() {
        return "DatabaseUrl[jdbcUrl=%s, user=%s]".formatted(jdbcUrl.replaceFirst("\\?.*", ""), user);
    }
}
