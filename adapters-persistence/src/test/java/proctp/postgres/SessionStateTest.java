package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No request leaves anything behind in its session or keeps one for itself, so that the service can stand behind a pooler that gives each
 * transaction another session, and before a PostgreSQL that is spread over servers. Looks at the texts of the sources.
 */
class SessionStateTest {

    private static final Path MAIN = Path.of("src", "main");

    /** The strings of Java, and in SQL all but its comments. */
    private static final Pattern STRINGS = Pattern.compile("\"\"\"(?s:.*?)\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"");
    private static final Pattern COMMENTS = Pattern.compile("--.*");

    private static final Pattern OF_A_SESSION = Pattern.compile(String.join("|",
            "pg_(try_)?advisory\\w*",
            "\\bset_config\\([^)]*,\\s*false\\s*\\)",
            "(?<![\\w ]|update )\\bset\\s+(?!local\\b|transaction\\b)\\w+(\\.\\w+)?\\s*(=|to\\b)\\s*('|\\w|$)",
            "\\bset\\s+(session|time zone|role)\\b",
            "^\"\\s*(un)?listen\\b", "^\"\\s*notify\\b", "pg_notify",
            "create\\s+(global\\s+|local\\s+)?temp(orary)?\\b",
            "\\bwith\\s+hold\\b",
            "^\"\\s*(prepare|deallocate|discard|reset)\\b"), Pattern.CASE_INSENSITIVE);

    @Test
    void what_belongs_to_a_session_is_used_at_the_console_only() throws IOException {
        assertThat(found()).isEqualTo(Map.of(
                // how the owner comes to the console
                "Connections.java", List.of("set proctp.console = '"),
                // a whole practice that is put in, until its transaction ends
                "ArrivingPlans.java", List.of("create temporary")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "select pg_advisory_xact_lock(1)", "select pg_try_advisory_lock(1)",
        "select set_config('proctp.practice', ?, false)", "set proctp.practice = '1'", "set search_path to public",
        "SET ROLE owner", "set session characteristics as transaction read only", "set time zone 'UTC'",
        "listen changes", "unlisten *", "notify changes, 'x'", "select pg_notify('changes', 'x')",
        "create temp table t (id bigint)", "create temporary table {0} (like {1}) on commit drop",
        "declare c cursor with hold for select 1", "prepare list as select 1", "discard all", "reset statement_timeout"
    })
    void it_would_be_found(String statement) {
        assertThat(inJava("sql.execute(\"" + statement + "\");")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "select set_config('proctp.practice', ?, true)", "set local statement_timeout = 5",
        "set transaction isolation level repeatable read, read only", "update t set practice_id = 1"
    })
    void what_ends_with_the_transaction_is_none_of_it(String statement) {
        assertThat(inJava("sql.execute(\"" + statement + "\");")).isEmpty();
    }

    private static Map<String, List<String>> found() throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
                String text = Files.readString(file);
                // the head of a function ends with the function
                List<String> here = file.toString().endsWith(".java") ? inJava(text)
                        : in(COMMENTS.matcher(text).replaceAll("").replaceAll("alter function .*", ""));
                if (!here.isEmpty()) {
                    found.put(file.getFileName().toString(), here);
                }
            }
        }
        assertThat(MAIN.resolve("java/proctp/postgres/Database.java")).exists();
        return found;
    }

    private static List<String> inJava(String source) {
        return STRINGS.matcher(source).results().flatMap(string -> in(string.group()).stream()).toList();
    }

    private static List<String> in(String text) {
        return OF_A_SESSION.matcher(text).results().map(MatchResult::group).toList();
    }
}
