package proctp.bootstrap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Every setting as it is, for a person: where a default depends on the machine, what it comes to here. */
final class SettingTable {

    private static final String MASK = "********";

    private final GivenSettings given;
    private final Optional<Config> config;
    private final List<String> warnings;
    private final List<String> problems;

    private SettingTable(GivenSettings given, Optional<Config> config, List<String> warnings, List<String> problems) {
        this.given = given;
        this.config = config;
        this.warnings = warnings;
        this.problems = problems;
    }

    /** Reads the settings, right or wrong; for the parameters see {@link Config#fromEnvironment}. */
    static SettingTable read(Map<String, String> environment, Properties system) {
        GivenSettings given = new GivenSettings(environment);
        try {
            Config config = Config.fromEnvironment(environment, system);
            return new SettingTable(given, Optional.of(config), config.warnings(), List.of());
        } catch (ConfigException wrong) {
            return new SettingTable(given, Optional.empty(), wrong.warnings(), wrong.problems());
        }
    }

    /** What each setting means, for the help. */
    static String[] help() {
        return Arrays.stream(Setting.values()).flatMap(setting -> Stream.of("",
                "  " + setting.variable() + (setting.isSecret() ? ", or a file with it: " + setting.fileVariable() : ""),
                "      " + setting.meaning(),
                "      default: " + setting.defaultText())).toArray(String[]::new);
    }

    /** Name, value, where it comes from and default of each, in columns, with a heading. */
    List<String> lines() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("SETTING", "VALUE", "FROM", "DEFAULT"));
        for (Setting setting : Setting.values()) {
            rows.add(List.of(setting.variable(), value(setting), given.source(setting), setting.defaultText()));
        }
        int[] widths = new int[] {width(rows, 0), width(rows, 1), width(rows, 2)};
        return rows.stream().map(row -> pad(row.get(0), widths[0]) + pad(row.get(1), widths[1]) + pad(row.get(2), widths[2])
                + row.get(3)).toList();
    }

    private String value(Setting setting) {
        return given.text(setting)
                .map(text -> setting.isSecret() ? masked(setting) : text.replaceAll("\\p{Cntrl}", "?"))
                .or(() -> config.flatMap(known -> usual(known, setting)))
                .orElse(setting.defaultText());
    }

    /** Of a URL, what is no secret in it. */
    private String masked(Setting setting) {
        return setting == Setting.DATABASE_URL
                ? config.flatMap(Config::database).map(database -> database.jdbcUrl().replaceFirst("\\?.*", "")).orElse(MASK)
                : MASK;
    }

    /** What a default that the machine decides comes to. */
    private static Optional<String> usual(Config config, Setting setting) {
        return switch (setting) {
            case DATA_DIR -> config.dataDirectory().map(Object::toString).or(() -> Optional.of("not used"));
            case TIME_ZONE -> Optional.of(config.http().zone().getId());
            case PAGE_DEFAULT -> Optional.of(String.valueOf(config.http().pages().usual()));
            case SAMPLE -> Optional.of(String.valueOf(config.database().isEmpty()));
            default -> Optional.empty();
        };
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length() + 2);
    }

    /** What is given but has no effect. */
    List<String> warnings() {
        return warnings;
    }

    /** What is wrong; none when the service can start on these. */
    List<String> problems() {
        return problems;
    }
}
