package proctp.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API's description is clean: not even a hint is left of what linters have to say. */
@Tag("clients")
class LintTest {

    private static final String WRITTEN = "../docs/openapi.yaml";

    @Test
    void X10_spectral_has_nothing_to_say() throws Exception {
        OtherProgram.Outcome lint = spectral(WRITTEN);
        assertThat(lint.status()).as(lint.said()).isZero();
        assertThat(lint.said()).contains("No results with a severity of 'hint' or higher found!");
    }

    @Test
    void X10_redocly_has_nothing_to_say() throws Exception {
        OtherProgram.Outcome lint = redocly(WRITTEN);
        assertThat(lint.status()).as(lint.said()).isZero();
        assertThat(lint.said()).contains("\"totals\":{\"errors\":0,\"warnings\":0,\"ignored\":0}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"operationId: readProcTP|operationId: updateProcTP|operation-operationId-unique",
        "tags: [Changes]|tags: [Feed]|operation-tag-defined", "Discount: 17.00|Discount: true|oas3-valid-media-example"})
    void X10_spectral_is_not_deaf(String written, String planted, String rule, @TempDir Path folder) throws Exception {
        OtherProgram.Outcome lint = spectral(planted(written, planted, folder));
        assertThat(lint.status()).isNotZero();
        assertThat(lint.said()).contains(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"name: ProcTPNum|name: Num|path-parameters-defined", "type: apiKey|type: key|struct"})
    void X10_redocly_is_not_deaf(String written, String planted, String rule, @TempDir Path folder) throws Exception {
        assertThat(redocly(planted(written, planted, folder)).said()).contains("\"ruleId\":\"" + rule + "\"");
    }

    private static OtherProgram.Outcome spectral(String file) throws Exception {
        return OtherProgram.ofNpm("spectral", "lint", "--fail-severity", "hint", "--ruleset", ".spectral.yaml", file);
    }

    private static OtherProgram.Outcome redocly(String file) throws Exception {
        OtherProgram.Outcome lint = OtherProgram.ofNpm("redocly", "lint", "--config", "redocly.yaml", "--format", "json", file);
        return new OtherProgram.Outcome(lint.status(), lint.said().replaceAll("\\s", ""));
    }

    private static String planted(String written, String planted, Path folder) throws Exception {
        String document = Files.readString(Path.of(WRITTEN));
        assertThat(document).contains(written);
        return Files.writeString(folder.resolve("openapi.yaml"), document.replaceFirst(Pattern.quote(written), planted)).toString();
    }
}
