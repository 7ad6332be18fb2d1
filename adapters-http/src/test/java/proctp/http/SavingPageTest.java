package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import proctp.domain.DefCat;

/** The page on saving and signing names what bodies take, and nothing else. */
class SavingPageTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Test
    void T3_the_members_of_a_plan_that_is_saved_are_on_the_page() throws IOException {
        assertThat(members("Save a plan", "Member of the plan")).containsExactlyInAnyOrderElementsOf(TreatPlanMembers.NEW.takenNames());
    }

    @Test
    void T3_the_members_of_its_rows_are_on_the_page_and_those_that_can_change_come_first() throws IOException {
        List<String> members = members("Save a plan", "Members of a row");
        assertThat(members).containsExactlyInAnyOrderElementsOf(ProcTPMembers.NEW.takenNames());
        assertThat(members.subList(0, 14)).containsExactlyInAnyOrderElementsOf(ProcTPMembers.EDITABLE.takenNames());
    }

    @Test
    void T4_the_members_of_a_plan_that_can_change_are_on_the_page() throws IOException {
        assertThat(members("Edit and sign", "Member of the plan")).containsExactlyInAnyOrderElementsOf(TreatPlanMembers.EDITABLE.takenNames());
    }

    @Test
    void F2_the_members_of_a_definition_and_the_lists_are_on_the_page() throws IOException {
        assertThat(members("Make a definition", "Member of the definition"))
                .containsExactlyInAnyOrderElementsOf(DefinitionMembers.NEW.takenNames());
        String row = section("Make a definition").lines().filter(line -> line.startsWith("| `category` |")).findFirst().orElseThrow();
        assertThat(codes(row.split(" \\| ")[1]))
                .isEqualTo(Arrays.stream(DefCat.values()).map(list -> DefCat.nameOf(list.number())).toList());
    }

    /** What the first cells of that table name, in its order. */
    private static List<String> members(String heading, String firstColumn) throws IOException {
        return section(heading).lines()
                .dropWhile(line -> !line.startsWith("| " + firstColumn + " |"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .flatMap(row -> codes(row.split(" \\| ")[0]).stream())
                .toList();
    }

    private static String section(String heading) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "saving.md"));
        return page.split("\n## " + heading + "\n", 2)[1].split("\n## ", 2)[0];
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(code -> code.group(1)).toList();
    }
}
