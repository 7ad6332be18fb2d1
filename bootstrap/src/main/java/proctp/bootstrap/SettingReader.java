package proctp.bootstrap;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns variables into values and collects a sentence for each that is wrong. A wrong one reads as some harmless value,
 * which nobody sees: {@link #throwIfWrong} comes before the result.
 */
final class SettingReader {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final Pattern HOST = Pattern.compile(
            "[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[A-Za-z0-9]+)?");
    private static final Pattern ORIGIN = Pattern.compile(
            "([a-z][a-z0-9+.-]*)://([a-z0-9][a-z0-9._-]*|\\[[0-9a-f:.]+])(?::([0-9]{1,5}))?");
    private static final int SHOWN_LENGTH = 60;

    private final Map<String, String> environment;
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    SettingReader(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The text as given; empty when the variable is not set or empty. */
    Optional<String> text(Setting setting) {
        return Optional.ofNullable(environment.get(setting.variable())).filter(value -> !value.isEmpty());
    }

    /** A number in plain digits, or the setting's default; {@code least - 1} when wrong. */
    int wholeNumber(Setting setting, int least, int most) {
        String value = text(setting).orElse(setting.defaultText());
        if (WHOLE_NUMBER.matcher(value).matches()) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        wrong(setting, value, "a whole number from %d to %d".formatted(least, most));
        return least - 1;
    }

    /** A host name or an IP address that looks like one; whether it exists shows when it is used. */
    String host(Setting setting) {
        String value = text(setting).orElse(setting.defaultText());
        if (!HOST.matcher(value).matches()) {
            wrong(setting, value, "a host name or an IP address without a port, such as 127.0.0.1, 0.0.0.0 or ::1");
        }
        return value;
    }

    /** A path, made absolute when it is not; empty when wrong. The default is only asked for when nothing is set. */
    Optional<Path> directory(Setting setting, Supplier<Optional<Path>> usual) {
        Optional<String> value = text(setting);
        if (value.isEmpty()) {
            Optional<Path> path = usual.get();
            if (path.isEmpty()) {
                problem(("%s is not set and this user has no home directory: set it to the directory in which"
                        + " the embedded database shall live.").formatted(setting.variable()));
            }
            return path;
        }
        return path(setting, value.get());
    }

    private Optional<Path> path(Setting setting, String value) {
        try {
            if (!value.startsWith("~")) {
                return Optional.of(Path.of(value).toAbsolutePath().normalize());
            }
        } catch (InvalidPathException e) {
            if (PrivateFiles.POSIX) {
                // any letters make a name there, if only the JVM can write them
                problem(("%s is \"%s\": this locale cannot name some of its letters, so set LC_ALL or LANG to one with"
                        + " UTF-8, such as C.UTF-8.").formatted(setting.variable(), shown(value)));
                return Optional.empty();
            }
        }
        wrong(setting, value, "a path that this system can name, without a ~ in front, which only a shell understands");
        return Optional.empty();
    }

    /** A zone of the IANA list, or the JVM's. */
    ZoneId timeZone(Setting setting) {
        Optional<String> value = text(setting);
        if (value.isEmpty()) {
            return ZoneId.systemDefault();
        }
        // ZoneId.of alone would also take offsets, which know no summer time
        if (!ZoneId.getAvailableZoneIds().contains(value.get())) {
            wrong(setting, value.get(), "the IANA name of a time zone, such as America/Chicago");
            return ZoneId.systemDefault();
        }
        return ZoneId.of(value.get());
    }

    /** Empty when nothing is set, since that need not mean the same as false. */
    Optional<Boolean> yesOrNo(Setting setting) {
        Optional<String> value = text(setting);
        if (value.isPresent() && !value.get().equals("true") && !value.get().equals("false")) {
            wrong(setting, value.get(), "true or false");
        }
        return value.map("true"::equals);
    }

    /** Origins the way browsers send them: lower case, no path, not even the scheme's usual port. */
    List<String> origins(Setting setting) {
        List<String> origins = new ArrayList<>();
        for (String item : text(setting).map(value -> value.split(",", -1)).orElse(new String[0])) {
            Matcher parts = ORIGIN.matcher(item.strip().toLowerCase(Locale.ROOT));
            if (!parts.matches() || parts.group(3) != null && Integer.parseInt(parts.group(3)) > 65_535) {
                wrong(setting, item.strip(), "origins separated by commas, each scheme://host or scheme://host:port"
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

    /** Notes a fault; the sentence must not hold a secret. */
    void problem(String sentence) {
        problems.add(sentence);
    }

    /** Notes what was given but has no effect; the sentence must not hold a secret. */
    void warning(String sentence) {
        warnings.add(sentence);
    }

    /** All that was noted so far. */
    List<String> warnings() {
        return warnings;
    }

    /**
     * Ends the reading.
     *
     * @throws ConfigException when anything was wrong
     */
    void throwIfWrong() {
        if (!problems.isEmpty()) {
            throw new ConfigException(problems, warnings);
        }
    }

    private void wrong(Setting setting, String value, String allowed) {
        problem("%s is \"%s\": it must be %s.".formatted(setting.variable(), shown(value), allowed));
    }

    private static String shown(String value) {
        // each problem is one line on the terminal, whatever somebody pasted
        String printable = value.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= SHOWN_LENGTH ? printable : printable.substring(0, SHOWN_LENGTH) + "...";
    }
}
