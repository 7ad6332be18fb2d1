package example.jsonfile;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import proctp.application.Caller;
import proctp.application.KeyDigest;
import proctp.application.KeySecret;
import proctp.application.Page;
import proctp.application.PracticeSink;
import proctp.application.UseCases;
import proctp.application.port.ProcTPGuard;
import proctp.application.sample.SampleOffice;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlanNum;

/** What becomes of changes when the file cannot be written. */
class FullDiskTest {

    private static final Caller CALLER = Caller.atConsole(SampleOffice.PRACTICE);
    private static final KeySecret SECRET = new KeySecret("a secret for tests");
    private static final PracticeSink NOBODY = new PracticeSink(any -> { }, any -> { }, any -> { }, any -> { });
    private static final ProcTPNum ROW = new ProcTPNum(976);

    @TempDir
    private Path directory;

    private final ExecutorService programs = Executors.newCachedThreadPool();
    private boolean diskForgets;
    private JsonFileOffice office;

    @BeforeEach
    void open() throws IOException {
        office = opened();
        office.fillIfEmpty(SampleOffice.practices(SECRET, ZoneOffset.UTC));
    }

    private JsonFileOffice opened() throws IOException {
        return new JsonFileOffice(new OfficeFile(directory.resolve("office.json")) {
            @Override
            void settle() throws IOException {
                if (diskForgets) {
                    throw new IOException("planted");
                }
                super.settle();
            }
        }, Clock.systemUTC());
    }

    @AfterEach
    void close() throws IOException {
        programs.shutdownNow();
        office.close();
    }

    /** There is a directory, and not an empty one, where the next file has to be written. */
    private void fillDisk() throws IOException {
        Files.createDirectories(directory.resolve("office.json.next").resolve("full"));
    }

    private void freeDisk() throws IOException {
        Files.delete(directory.resolve("office.json.next").resolve("full"));
        Files.delete(directory.resolve("office.json.next"));
    }

    @Test
    void a_change_that_cannot_be_written_is_refused_and_leaves_no_trace() throws IOException {
        edit("written");
        fillDisk();
        assertRefused(Refusal.Kind.UNAVAILABLE, () -> edit("lost"));
        assertRefused(Refusal.Kind.UNAVAILABLE, () -> edit("lost again"));
        assertThat(descript()).isEqualTo("written");
        freeDisk();
        assertThat(descript()).isEqualTo("written");
        assertThat(edit("written again").descript()).isEqualTo("written again");
        office.close();
        office = JsonFileOffice.open(directory.resolve("office.json"), Clock.systemUTC());
        assertThat(descript()).isEqualTo("written again");
    }

    @Test
    void a_change_that_was_under_way_when_another_was_lost_is_lost_too_and_says_so() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Future<ProcTP> slow = programs.submit(() -> office.procTPs().edit(CALLER, new ProcTPNum(977),
                ProcTPEdit.builder().descript("slow").build(any -> true), (plan, row) -> {
                    reached.countDown();
                    await(released);
                }));
        await(reached);
        fillDisk();
        assertRefused(Refusal.Kind.UNAVAILABLE, () -> edit("lost"));
        freeDisk();
        released.countDown();
        assertThat(catchThrowableOfType(java.util.concurrent.ExecutionException.class, () -> slow.get(10, SECONDS)).getCause())
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE));
        assertThat(office.procTPs().find(CALLER, new ProcTPNum(977))).map(ProcTP::descript).contains("Limited Exam");
    }

    @Test
    void nobody_is_shown_a_change_that_the_disk_may_forget() throws IOException {
        diskForgets = true;
        assertRefused(Refusal.Kind.OUTCOME_UNKNOWN, () -> edit("uncertain"));
        assertRefused(Refusal.Kind.OUTCOME_UNKNOWN, this::descript);
        fillDisk();
        assertRefused(Refusal.Kind.UNAVAILABLE, () -> edit("lost"));
        assertRefused(Refusal.Kind.OUTCOME_UNKNOWN, this::descript);
        diskForgets = false;
        assertThat(descript()).as("what is in the file").isEqualTo("uncertain");
    }

    @Test
    void nobody_is_shown_a_file_that_a_kill_left_before_the_disk_knew_of_it() throws IOException {
        diskForgets = true;
        assertRefused(Refusal.Kind.OUTCOME_UNKNOWN, () -> edit("uncertain"));
        office.close();
        office = opened();
        assertRefused(Refusal.Kind.OUTCOME_UNKNOWN, this::descript);
        diskForgets = false;
        assertThat(descript()).isEqualTo("uncertain");
    }

    @Test
    void what_is_in_the_file_is_not_written_again() throws IOException {
        office.close();
        office = opened();
        fillDisk();
        assertThat(descript()).isNotEmpty();
        office.procTPs().edit(CALLER, ROW, ProcTPEdit.builder().build(any -> true), ProcTPGuard.NONE);
    }

    @Test
    void an_archive_shows_nothing_that_the_disk_may_forget() throws Exception {
        List<String> shown = new ArrayList<>();
        PracticeSink sink = new PracticeSink(practice -> edit("while it is shown"), any -> { }, any -> { }, row -> shown.add(row.descript()));
        assertThat(programs.submit(() -> office.archive().show(CALLER, sink)).get(10, SECONDS)).isTrue();
        assertThat(shown).isNotEmpty().doesNotContain("while it is shown");
        diskForgets = true;
        assertRefused(Refusal.Kind.OUTCOME_UNKNOWN, () -> edit("uncertain"));
        shown.clear();
        assertRefused(Refusal.Kind.OUTCOME_UNKNOWN, () -> office.archive().show(CALLER, sink));
        assertThat(shown).isEmpty();
    }

    @Test
    void the_file_is_open_to_nobody_but_its_owner() throws IOException {
        Path file = directory.resolve("office.json");
        assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("posix");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        Files.setPosixFilePermissions(Files.writeString(directory.resolve("office.json.next"), "of a kill"), PosixFilePermissions.fromString("rw-r--r--"));
        edit("written");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void a_full_disk_stops_nobody_from_reading() throws IOException {
        UseCases useCases = UseCases.on(office, SECRET, () -> LocalDate.of(2027, 1, 9));
        KeyDigest pair = useCases.digest().apply(SampleOffice.DEVELOPER_KEY, SampleOffice.CUSTOMER_KEY);
        fillDisk();
        Caller caller = useCases.authenticate().authenticate(pair);
        assertThat(useCases.listProcTPs().list(caller, new TreatPlanNum(963), Page.EVERYTHING)).hasSize(2);
        freeDisk();
        edit("written");
        assertThat(Files.readString(directory.resolve("office.json"))).as("the next change takes the day along").contains("2027-01-09");
    }

    @Test
    void a_closed_office_refuses_whatever_comes_later() throws IOException {
        office.close();
        assertRefused(Refusal.Kind.UNAVAILABLE, () -> edit("too late"));
        assertRefused(Refusal.Kind.UNAVAILABLE, this::descript);
        assertRefused(Refusal.Kind.UNAVAILABLE, () -> office.archive().show(CALLER, NOBODY));
    }

    private ProcTP edit(String descript) {
        return office.procTPs().edit(CALLER, ROW, ProcTPEdit.builder().descript(descript).build(any -> true), ProcTPGuard.NONE);
    }

    private String descript() {
        return office.procTPs().find(CALLER, ROW).orElseThrow().descript();
    }

    private static void assertRefused(Refusal.Kind kind, ThrowingCallable call) {
        assertThat(catchThrowableOfType(Refusal.class, call)).isNotNull().extracting(Refusal::kind).isEqualTo(kind);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
