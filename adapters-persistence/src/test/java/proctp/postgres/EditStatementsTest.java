package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static proctp.postgres.generated.Tables.PROCTP;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.junit.jupiter.api.Test;
import proctp.domain.ProcTPNum;

/** The texts of edits, of which there are as many as choices of members. */
class EditStatementsTest {

    private static final List<Field<?>> COLUMNS = List.of(PROCTP.DESCRIPT, PROCTP.SURF, PROCTP.DX, PROCTP.PROGNOSIS, PROCTP.PROCABBR,
            PROCTP.PROCCODE, PROCTP.TOOTHNUMTP, PROCTP.FEEAMT);

    private final EditStatements statements = new EditStatements();

    @Test
    void a_text_is_kept_for_the_next_edit_of_the_same_members() {
        assertThat(text(3)).isSameAs(text(3)).isNotEqualTo(text(5));
    }

    @Test
    void whoever_tries_all_choices_out_does_not_fill_the_memory() {
        for (int choice = 1; choice < 1 << COLUMNS.size(); choice++) {
            text(choice);
        }

        statements.kept.cleanUp();
        assertThat(statements.kept.estimatedSize()).isLessThanOrEqualTo(EditStatements.KEPT);
        assertThat(text(1)).as("one that comes again").isSameAs(text(1));
    }

    /** @param choice a bit for each column */
    private LastStatement.Text text(int choice) {
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            if ((choice >> i & 1) == 1) {
                values.put(COLUMNS.get(i), "0");
            }
        }
        return statements.of(PostgresHistory.by(SampleOn.CALLER, SampleOn.CLOCK), new ProcTPNum(1), values).text();
    }
}
