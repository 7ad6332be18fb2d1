package proctp.contract.wire;

import java.util.List;
import java.util.regex.Pattern;

/** Finds the entries in the answers of the change feed. */
final class Entries {

    private static final Pattern NUM = Pattern.compile("\\{\"ChangeNum\":(\\d+),");
    private static final Pattern DEED = Pattern.compile("\"Table\":\"(\\w+)\",\"Action\":\"(\\w+)\"");
    private static final Pattern AFTER = Pattern.compile("\"after\":(null|\\{[^}]*})");

    private Entries() {
    }

    /** The numbers of the entries, in their order. */
    static List<Long> nums(String feed) {
        return NUM.matcher(feed).results().map(entry -> Long.valueOf(entry.group(1))).toList();
    }

    /** What was done to what, as {@code Updated ProcTP}. */
    static List<String> deeds(String feed) {
        return DEED.matcher(feed).results().map(entry -> entry.group(2) + " " + entry.group(1)).toList();
    }

    /** What rows and plans were after it, as JSON. */
    static List<String> afters(String feed) {
        return AFTER.matcher(feed).results().map(entry -> entry.group(1)).toList();
    }

    /** A member of the one entry that there is, as JSON. */
    static String member(String feed, String name) {
        return feed.replaceFirst("(?s).*?\"" + name + "\":(\\[[^]]*]|\\{[^}]*}|[^,}]*).*", "$1");
    }
}
