package proctp.bootstrap;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import proctp.application.ApiKey;

/**
 * What a command says of a key: all that an office may know, and nothing that anybody could call the API with.
 *
 * @param today the day on which its state is told
 */
record KeyWords(ApiKey key, LocalDate today) {

    /** Which key it is. */
    String title() {
        return "Key %d of practice %d".formatted(key.num().value(), key.practice().value());
    }

    /** Which key it is, and whose. */
    String named() {
        return "%s (%s, %s)".formatted(title(), Visible.of(key.developerName()), Visible.of(key.keyName()));
    }

    /** What it may do. */
    String permissions() {
        return String.join(",", PermissionName.of(key.permissions()));
    }

    /** What it is today. */
    String state() {
        return key.state(today).name().toLowerCase(Locale.ROOT);
    }

    /** Until when it works, as a sentence goes on. */
    String end() {
        return key.days().expires().map(day -> "works until the end of " + day).orElse("does not expire");
    }

    /** Puts it into a table as {@link #table} has it. */
    void addTo(TextTable table) {
        ApiKey.Days days = key.days();
        table.row(String.valueOf(key.practice().value()), String.valueOf(key.num().value()), state(), permissions(), shown(days.created()),
                shown(days.expires()), shown(days.lastUsed()), shown(days.revoked()), key.developerName(), key.keyName());
    }

    /** An empty table of keys. */
    static TextTable table() {
        return new TextTable("PRACTICE", "KEY", "STATE", "PERMISSIONS", "CREATED", "EXPIRES", "LAST USED", "REVOKED", "DEVELOPER", "NAME");
    }

    /** All of it for a program. */
    JsonMembers json() {
        ApiKey.Days days = key.days();
        return new JsonMembers().add("practice", key.practice().value()).add("key", key.num().value())
                .add("developer", key.developerName()).add("name", key.keyName())
                .put("permissions", PermissionName.of(key.permissions()).stream().map(JsonMembers::quoted)
                        .collect(joining(",", "[", "]")))
                .add("state", state())
                .put("created", json(days.created())).put("expires", json(days.expires()))
                .put("lastUsed", json(days.lastUsed())).put("revoked", json(days.revoked()));
    }

    private static String shown(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("-");
    }

    private static String json(Optional<LocalDate> day) {
        return day.map(there -> JsonMembers.quoted(there.toString())).orElse("null");
    }
}
