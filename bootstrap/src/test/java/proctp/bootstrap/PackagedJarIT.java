package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import proctp.contract.wire.WireClient;

/** What whoever runs {@code java -jar proctp.jar} meets. */
@Timeout(180)
class PackagedJarIT {

    private static final Pattern CURL = Pattern.compile(
            " {2}curl -i (?:-X (\\w+) )?(?:-d '([^']*)' )?(?:-H 'Content-Type: application/json' )?"
                    + "-H 'Authorization: ([^']*)' 'http://127\\.0\\.0\\.1:\\d+([^']*)'");

    @TempDir
    static Path directory;

    private static RunningJar running;

    @BeforeAll
    static void start() throws IOException {
        running = RunningJar.up(RunningJar.settings(directory, "PROCTP_PROT", "1"));
    }

    @AfterAll
    static void stop() throws IOException {
        running.close();
    }

    @Test
    void the_first_start_prints_lines_that_work_when_pasted() {
        List<String> curls = running.printed().stream().filter(line -> line.contains("curl")).toList();
        assertThat(curls).hasSize(3);
        assertThat(paste(running, curls.get(0))).contains("\"ProcTPNum\":976,", "\"ProcTPNum\":977,");
        assertThat(paste(running, curls.get(1))).contains("\"Discount\":17.0,");
        assertThat(paste(running, curls.get(2))).isEmpty();
        assertThat(running.printed()).anyMatch(line -> line.contains("ODFHIR DEMODEVELOPERKEY/DEMOCUSTOMERKEY1"));
    }

    @Tag("faults")
    @Test
    void a_second_start_finds_the_data_as_it_was_left_after_ctrl_c_and_after_kill_9(@TempDir Path own) throws Exception {
        String rows;
        try (RunningJar jar = RunningJar.up(RunningJar.settings(own))) {
            WireClient office = jar.office();
            assertThat(office.put("/proctps/976", "{\"Descript\":\"kept over Ctrl-C\"}").statusCode()).isEqualTo(200);
            assertThat(office.delete("/proctps/293").statusCode()).isEqualTo(200);
            rows = office.get("/proctps?TreatPlanNum=963").body();
            jar.interrupt();
            assertThat(jar.exitCode()).as("of one that was told to stop, and has").isZero();
        }
        try (RunningJar jar = RunningJar.up(RunningJar.settings(own))) {
            WireClient office = jar.office();
            assertThat(office.get("/proctps?TreatPlanNum=963").body()).isEqualTo(rows).contains("kept over Ctrl-C");
            assertThat(office.delete("/proctps/293").statusCode()).isEqualTo(404);
            assertThat(office.put("/proctps/977", "{\"Descript\":\"kept over kill -9\"}").statusCode()).isEqualTo(200);
            rows = office.get("/proctps?TreatPlanNum=963").body();
            jar.kill();
        }
        try (RunningJar jar = RunningJar.up(RunningJar.settings(own))) {
            assertThat(jar.office().get("/proctps?TreatPlanNum=963").body()).isEqualTo(rows).contains("kept over kill -9");
            // the printed delete names a row that is still there
            String delete = jar.printed().stream().filter(line -> line.contains("DELETE")).findFirst().orElseThrow();
            assertThat(paste(jar, delete)).isEmpty();
        }
    }

    @Tag("faults")
    @Test
    void ctrl_c_during_the_start_leaves_no_postgresql_behind(@TempDir Path own) throws Exception {
        Path home = own.toRealPath();
        try (RunningJar jar = RunningJar.launched(RunningJar.settings(home), home.resolve("data").resolve("postmaster.pid"))) {
            assertThat(RunningJar.programs(home)).isNotEmpty();
            jar.interrupt();
            assertThat(jar.exitCode()).as("of one that was told to stop, and has").isZero();
            assertThat(jar.errors().lines()).hasSizeLessThan(2).allMatch("ProcTP was stopped while it was starting."::equals);
        }
        assertThat(RunningJar.programs(home)).isEmpty();
        assertThat(home.resolve("data").resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void a_data_directory_in_use_ends_it_with_one_sentence_and_exit_code_1() throws IOException {
        try (RunningJar second = RunningJar.ended(RunningJar.settings(directory))) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.errors()).isEqualTo("Another ProcTP is using " + directory.toRealPath()
                    + ": stop it, or set PROCTP_DATA_DIR to another directory." + System.lineSeparator());
        }
    }

    @Test
    void a_port_in_use_ends_it_with_one_sentence_and_exit_code_1(@TempDir Path own) throws IOException {
        String taken = String.valueOf(running.base().getPort());
        try (RunningJar second = RunningJar.ended(RunningJar.settings(own, "PROCTP_PORT", taken))) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.errors()).isEqualTo("Cannot listen on 127.0.0.1:" + taken + ": the port is taken;"
                    + " set PROCTP_PORT to another one, or to 0 for a free one." + System.lineSeparator());
        }
    }

    @Test
    void wrong_settings_are_all_named_and_the_exit_code_is_2() throws IOException {
        try (RunningJar jar = RunningJar.ended(RunningJar.settings(directory, "PROCTP_PORT", "http", "PROCTP_PAGE_MAX", "0",
                "PROCTP_TIME_ZONE", "Mars", "PROCTP_HOTS", "localhost"))) {
            assertThat(jar.exitCode()).isEqualTo(2);
            assertThat(jar.errors().lines()).hasSize(4).anyMatch(line -> line.contains("PROCTP_HOTS"))
                    .anyMatch(line -> line.contains("PROCTP_PORT")).anyMatch(line -> line.contains("PROCTP_PAGE_MAX"))
                    .anyMatch(line -> line.contains("PROCTP_TIME_ZONE"));
            assertThat(jar.printed()).isEmpty();
        }
    }

    @Test
    void a_database_that_cannot_be_reached_is_waited_for_with_one_sentence_that_holds_no_password() throws IOException {
        try (RunningJar jar = RunningJar.up(Map.of("PROCTP_DATABASE_URL", "postgresql://office:very-secret@127.0.0.1:9/x",
                "PROCTP_KEY_SECRET", "0123456789abcdef", "PROCTP_PORT", "0", "PROCTP_ADMIN_PORT", "0"))) {
            assertThat(jar.printed()).contains(
                    "Its database is not there yet: it answers every request with 503 until that comes.");
            assertThat(jar.office().get("/treatplans").statusCode()).isEqualTo(503);
            assertThat(jar.errors().lines()).filteredOn(line -> line.contains("Waiting for ")).singleElement().asString()
                    .contains("jdbc:postgresql://127.0.0.1:9/x", "refused");
            assertThat(jar.errors()).doesNotContain("very-secret", "0123456789abcdef");
        }
    }

    @Test
    void a_patients_data_reaches_no_log_and_a_misspelt_variable_is_a_warning() throws Exception {
        WireClient office = running.office();
        office.put("/proctps/976", "{\"Descript\":\"SECRET-OF-A-PATIENT\"}");
        office.put("/proctps/976", "{\"Descript\":\"SECRET-OF-A-PATIENT\",\"Dx\":\"" + "x".repeat(300) + "\"}");
        office.put("/proctps/976", "SECRET-OF-A-PATIENT");
        assertThat(office.put("/proctps/1001", "{\"Descript\":\"SECRET-OF-A-PATIENT\"}").statusCode()).isEqualTo(400);
        // the line of a request comes after its answer
        running.awaitError("\"ProcTPNum\":1001");
        assertThat(running.errors().lines()).isNotEmpty().allMatch(line -> line.startsWith("{\"timestamp\":") && line.endsWith("}"))
                .noneMatch(line -> line.contains("SECRET-OF-A-PATIENT") || line.contains("DEMOCUSTOMERKEY1"))
                .anyMatch(line -> line.contains("\"route\":\"/proctps/{ProcTPNum}\""))
                .filteredOn(line -> line.contains("\"level\":\"WARN\"")).singleElement().asString().contains("PROCTP_PROT");
        try (var files = Files.walk(directory, 1)) {
            for (Path log : files.filter(file -> file.toString().endsWith(".log")).toList()) {
                assertThat(log).content().doesNotContain("SECRET-OF-A-PATIENT", "DEMOCUSTOMERKEY1");
            }
        }
    }

    @Test
    void X10_the_documentation_is_in_the_jar() {
        WireClient anyone = WireClient.anonymous(running.base());
        for (String path : List.of("/openapi.json", "/openapi.yaml", "/docs/", "/docs/console.js", "/docs/console.css",
                "/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css", "/docs/apache-licence.txt", "/docs/swagger-ui-bundle.js.LICENSE.txt")) {
            assertThat(anyone.send("GET", path).statusCode()).as(path).isEqualTo(200);
        }
    }

    private static String paste(RunningJar jar, String line) {
        Matcher curl = CURL.matcher(line);
        assertThat(curl.matches()).as(line).isTrue();
        WireClient client = WireClient.anonymous(jar.base()).with("Authorization", curl.group(3));
        String method = curl.group(1) == null ? "GET" : curl.group(1);
        HttpResponse<String> answer = client.send(method, curl.group(4), curl.group(2) == null ? "" : curl.group(2));
        assertThat(answer.statusCode()).as(line).isEqualTo(200);
        return answer.body();
    }
}
