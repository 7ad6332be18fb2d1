package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import proctp.application.sample.SampleOffice;

/** The check of the wire contract finds what a server does otherwise, by the name of the rule, and blames no other. */
@Tag("faults")
class PlantedDeviationsTest {

    /**
     * As usual, but one key may follow the feed as often as all may: each check leaves streams behind, and the server notices that a
     * heart-beat later.
     */
    private static final InMemoryServer SERVER = new InMemoryServer(TestSettings.USUAL, new Following(Following.USUAL.look(),
            Following.USUAL.heartBeat(), Following.USUAL.patience(), Following.USUAL.followers(), Following.USUAL.followers()));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    static Stream<Planted> all() {
        return Stream.of(PlantedOften.all(), PlantedInReading.all(), PlantedInChanges.all()).flatMap(some -> some);
    }

    @ParameterizedTest
    @MethodSource("all")
    void each_deviation_is_found_by_its_rule_and_no_other_rule_is_blamed(Planted deviation) {
        try (Meddler meddler = new Meddler(SERVER.fresh(), deviation.meddling())) {
            List<String> before = stored();
            String[] more = {"--read-only-key", SampleOffice.READ_ONLY_KEY, deviation.writes() ? "--write" : "--timeout=10"};
            Checked checked = Checked.at(meddler.address(), more);
            assertThat(checked.failed()).as(String.join("\n", checked.out()) + checked.err()).containsExactlyInAnyOrderElementsOf(deviation.rules());
            assertThat(checked.exitCode()).isEqualTo(1);
            assertThat(stored()).isEqualTo(before);
        }
    }

    /** Where no plan can be saved to try it on, a row is changed and put back, and the time of that stays. */
    private static List<String> stored() {
        return SERVER.stored().stream().map(row -> row.replaceAll("secDateTEdit=[^,\\]]*", "")).toList();
    }
}
