package proctp.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was said about each setting and where: in its variable or, for a secret, in a file that another variable names. */
final class GivenSettings {

    /** What any secret could be, so that one whose file cannot be read is not complained of a second time. */
    private static final String STAND_IN = "postgresql://unreadable@unreadable/unreadable";

    private final Map<Setting, String> texts = new EnumMap<>(Setting.class);
    private final Map<Setting, String> sources = new EnumMap<>(Setting.class);
    private final List<String> problems = new ArrayList<>();

    GivenSettings(Map<String, String> environment) {
        for (Setting setting : Setting.values()) {
            String value = environment.getOrDefault(setting.variable(), "");
            String file = setting.isSecret() ? environment.getOrDefault(setting.fileVariable(), "") : "";
            if (!value.isEmpty() && !file.isEmpty()) {
                problems.add("%s and %s are both set: set one of them.".formatted(setting.variable(), setting.fileVariable()));
            } else if (!file.isEmpty()) {
                read(setting, file);
            } else if (!value.isEmpty()) {
                put(setting, value, "environment");
            }
        }
    }

    private void read(Setting setting, String file) {
        try {
            // an editor ends the line, and the secret does not have it
            String value = Files.readString(Path.of(file)).replaceFirst("\\R\\z", "");
            if (value.isEmpty()) {
                problems.add("%s names a file that is empty: it must hold the value.".formatted(setting.fileVariable()));
            }
            put(setting, value.isEmpty() ? STAND_IN : value, "file " + file);
        } catch (IOException | InvalidPathException unreadable) {
            problems.add("%s names a file that cannot be read as text: there is none, this user may not, or it is not in UTF-8."
                    .formatted(setting.fileVariable()));
            put(setting, STAND_IN, "file " + file);
        }
    }

    private void put(Setting setting, String value, String source) {
        texts.put(setting, value);
        sources.put(setting, source);
    }

    /** The text as given; empty when it is not set or empty. */
    Optional<String> text(Setting setting) {
        return Optional.ofNullable(texts.get(setting)).filter(text -> !text.isEmpty());
    }

    /** Where it comes from, for a person. */
    String source(Setting setting) {
        return sources.getOrDefault(setting, "default");
    }

    /** What is wrong with how it was given. */
    List<String> problems() {
        return List.copyOf(problems);
    }
}
