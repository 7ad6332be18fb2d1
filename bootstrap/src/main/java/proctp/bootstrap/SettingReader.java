package proctp.bootstrap;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Turns variables into values and collects a sentence for each that is wrong. A wrong one reads as some harmless value,
 * which nobody sees: {@link #throwIfWrong} comes before the result.
 */
final class SettingReader {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final Pattern HOST = Pattern.compile(
            "[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[A-Za-z0-9]+)?");
    private static final int SHOWN_LENGTH = 60;

    private final GivenSettings given;
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    SettingReader(GivenSettings given) {
        this.given = given;
        problems.addAll(given.problems());
    }

    /** The text as given; empty when it is not set or empty. */
    Optional<String> text(Setting setting) {
        return given.text(setting);
    }

    /** The items of a list that is separated by commas, without the space around them; none when it is not set. */
    List<String> items(Setting setting) {
        return text(setting).map(value -> Arrays.stream(value.split(",", -1)).map(String::strip).toList()).orElse(List.of());
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

    /** One of these words, or the setting's default; that too when wrong. */
    String word(Setting setting, List<String> words) {
        String value = text(setting).orElse(setting.defaultText());
        if (!words.contains(value)) {
            wrong(setting, value, String.join(" or ", words));
            return setting.defaultText();
        }
        return value;
    }

    /** A file that can be read; empty when not set or wrong. */
    Optional<Path> file(Setting setting) {
        Optional<Path> named = text(setting).flatMap(value -> path(setting, value));
        Optional<Path> file = named.filter(path -> Files.isReadable(path) && !Files.isDirectory(path));
        if (named.isPresent() && file.isEmpty()) {
            problem("%s is \"%s\": there is no such file, or this user may not read it.".formatted(
                    setting.variable(), shown(named.get().toString())));
        }
        return file;
    }

    /** Empty when nothing is set, since that need not mean the same as false. */
    Optional<Boolean> yesOrNo(Setting setting) {
        Optional<String> value = text(setting);
        if (value.isPresent() && !value.get().equals("true") && !value.get().equals("false")) {
            wrong(setting, value.get(), "true or false");
        }
        return value.map("true"::equals);
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

    /** Notes a value that is not what it must be, in words that follow "it must be". */
    void wrong(Setting setting, String value, String allowed) {
        problem("%s is \"%s\": it must be %s.".formatted(setting.variable(), shown(value), allowed));
    }

    private static String shown(String value) {
        // each problem is one line on the terminal, whatever somebody pasted
        String printable = value.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= SHOWN_LENGTH ? printable : printable.substring(0, SHOWN_LENGTH) + "...";
    }
}
