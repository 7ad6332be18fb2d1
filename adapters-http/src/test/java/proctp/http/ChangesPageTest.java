package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import proctp.application.Caller;
import proctp.application.Change;
import proctp.application.ChangeFilter;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.ServerUnderTest;

/** The page on the change feed says what an entry has, and how much of it there may be. */
class ChangesPageTest {

    @Test
    void X5_the_members_of_an_entry_are_on_the_page_in_their_order() throws IOException {
        Change change = InMemoryServer.sampleOffice().changes()
                .list(Caller.atConsole(SampleOffice.PRACTICE), ChangeFilter.ALL, 1).get(0);
        String entry = new String(Json.bytes(json -> ChangeJson.write(json, change, WireFormat.vendors(ServerUnderTest.ZONE))));
        List<String> members = Pattern.compile("\"(\\w+)\":").matcher(entry.replaceFirst("\"after\":.*", "\"after\":"))
                .results().map(member -> member.group(1)).toList();
        assertThat(members).hasSize(13);
        assertThat(page().lines().dropWhile(line -> !line.startsWith("| Member |")).takeWhile(line -> line.startsWith("|")).skip(2)
                .map(row -> row.replaceFirst("\\| `(\\w+)`.*", "$1"))).isEqualTo(members);
    }

    @Test
    void X6_the_limits_of_streams_are_on_the_page() throws IOException {
        Following usual = Following.USUAL;
        assertThat(usual).isEqualTo(new Following(Duration.ofMillis(500), Duration.ofSeconds(15), Duration.ofSeconds(30), 4_000, 100));
        assertThat(page()).contains("every 15 seconds", "for 30 seconds", "100 streams", "4,000");
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "changes.md"));
    }
}
