package proctp.bootstrap;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the origins of web pages the way browsers send them: lower case, no path, not even the scheme's usual port. */
final class Origins {
    private static final Pattern ORIGIN = Pattern.compile(
            "([a-z][a-z0-9+.-]*)://([a-z0-9][a-z0-9._-]*|\\[[0-9a-f:.]+])(?::([0-9]{1,5}))?");
    private static final int LARGEST_PORT = 65_535;

    private Origins() {
    }

    static Set<String> read(SettingReader read) {
        Set<String> origins = new LinkedHashSet<>();
        for (String item : read.items(Setting.CORS_ORIGINS)) {
            Matcher parts = ORIGIN.matcher(item.toLowerCase(Locale.ROOT));
            if (!parts.matches() || parts.group(3) != null && Integer.parseInt(parts.group(3)) > LARGEST_PORT) {
                read.wrong(Setting.CORS_ORIGINS, item, "origins separated by commas, each scheme://host or scheme://host:port"
                        + " without a path, such as https://app.example");
            } else {
                origins.add(origin(parts));
            }
        }
        return origins;
    }

    private static String origin(Matcher parts) {
        String port = parts.group(3);
        boolean usualPort = port == null || (parts.group(1) + port).equals("http80")
                || (parts.group(1) + port).equals("https443");
        return parts.group(1) + "://" + parts.group(2) + (usualPort ? "" : ":" + port);
    }
}
