package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a SQLSTATE stands for. */
class HindranceTest {

    @ParameterizedTest
    @CsvSource({
        "08000, UNREACHABLE", "08001, UNREACHABLE", "08003, UNREACHABLE", "08004, UNREACHABLE", "08006, UNREACHABLE",
        "08P01, UNREACHABLE", "57000, UNREACHABLE", "57P01, UNREACHABLE", "57P02, UNREACHABLE", "57P03, UNREACHABLE",
        "57P04, UNREACHABLE", "57P05, UNREACHABLE", "40003, UNREACHABLE",
        "57014, BUSY", "55P03, BUSY", "25P03, BUSY", "25P04, BUSY", "53000, BUSY", "53100, BUSY", "53200, BUSY",
        "53300, BUSY", "53400, BUSY",
        "40000, COLLISION", "40001, COLLISION", "40P01, COLLISION",
        "25006, READ_ONLY"})
    void it_may_pass(String state, Hindrance hindrance) {
        assertThat(Hindrance.of(new SQLException("in any language", state))).contains(hindrance);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"TP001", "22P02", "23505", "25P02", "28P01", "3D000", "42501", "42P01", "54000", "55000", "58030", "XX000"})
    void it_is_a_bug_or_has_to_be_mended(String state) {
        assertThat(Hindrance.of(new SQLException("connection lost, deadlock, too busy", state))).isEmpty();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"08003", "08006", "08007", "57P01", "57P02", "40003", "53200", "58030", "XX000"})
    void a_commit_that_fails_so_may_have_been_made(String state) {
        assertThat(Hindrance.leavesCommitOpen(new SQLException("not made", state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "23505", "25006", "25P02", "25P03", "53100", "57014", "TP001"})
    void a_commit_that_fails_so_was_not_made(String state) {
        assertThat(Hindrance.leavesCommitOpen(new SQLException("connection lost", state))).isFalse();
    }
}
