package proctp.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import proctp.application.Practice;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
import proctp.contract.HostilePractice;

/** The page on moving an office says what is in its files. */
class MovingPageTest {

    private static final WireFormat FORMAT = WireFormat.vendors(Clock.systemUTC().getZone());
    private static final OfficeLines LINES = new OfficeLines(Clock.systemUTC());
    private static final PracticeContents SOME = HostilePractice.of(new PracticeNum(1), 1, 9);

    @Test
    void what_each_file_has_beside_the_answers_of_the_API_is_on_the_page() throws IOException {
        Map<String, List<String>> page = Files.readAllLines(Path.of("..", "docs", "moving.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("[|]"))
                .collect(toMap(cells -> names(cells[1]).get(0), cells -> names(cells[3])));
        assertThat(page).isEqualTo(Map.of(
                "practice.ndjson", members(LINES.line(Practice.NEW)),
                "definitions.ndjson", beside(LINES.line(SOME.definitions().get(0)),
                        Json.bytes(json -> DefinitionJson.write(json, SOME.definitions().get(0)))),
                "treatplans.ndjson", beside(LINES.line(SOME.treatPlans().get(0)),
                        Json.bytes(json -> TreatPlanJson.write(json, SOME.treatPlans().get(0), FORMAT))),
                "proctps.ndjson", beside(LINES.line(SOME.procTPs().get(0)),
                        Json.bytes(json -> ProcTPJson.write(json, SOME.procTPs().get(0), FORMAT)))));
    }

    private static List<String> beside(byte[] line, byte[] answer) {
        List<String> more = new ArrayList<>(members(line));
        more.removeAll(members(answer));
        return more;
    }

    /** The hostile texts have quotes only behind backslashes. */
    private static List<String> members(byte[] object) {
        return found("(?<=[{,])\"(\\w+)\":", new String(object, UTF_8));
    }

    private static List<String> names(String cell) {
        return found("`([^`]+)`", cell);
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
    }
}
