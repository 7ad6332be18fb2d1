package example.jsonfile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import proctp.application.PracticeContents;
import proctp.application.memory.InMemoryOffice;
import proctp.application.memory.OfficeSnapshot;
import proctp.application.port.ApiKeys;
import proctp.application.port.Archive;
import proctp.application.port.Changes;
import proctp.application.port.Definitions;
import proctp.application.port.Office;
import proctp.application.port.Practices;
import proctp.application.port.ProcTPs;
import proctp.application.port.TreatPlans;
import proctp.domain.Refusal;

/**
 * An office in a single file. It is worked on in memory, where the reference adapter knows who waits for whom, and no call comes back
 * before the file has all that the call did, and all that it saw: nobody is ever shown what a power failure could take back.
 */
public final class JsonFileOffice implements Office, AutoCloseable {

    private final OfficeFile file;
    private final Clock clock;
    private OfficeSnapshot inFile;
    private volatile Image image;

    /** The office in memory, and how much of it the file has for certain: nothing until the disk was asked. */
    private static final class Image {

        private final InMemoryOffice office;
        private volatile long versionInFile = -1;

        private Image(InMemoryOffice office) {
            this.office = office;
        }
    }

    JsonFileOffice(OfficeFile file, Clock clock) throws IOException {
        this.file = file;
        this.clock = clock;
        this.inFile = file.read();
        this.image = new Image(new InMemoryOffice(clock, inFile));
    }

    /**
     * The office in that file, or a new one when there is no such file.
     *
     * @param clock tells when something was done, and in its zone on which day of the practice
     * @throws IOException           when it cannot be read, or is no office
     * @throws IllegalStateException when somebody has it open already
     */
    public static JsonFileOffice open(Path file, Clock clock) throws IOException {
        OfficeFile opened = new OfficeFile(file);
        try {
            return new JsonFileOffice(opened, clock);
        } catch (IOException | RuntimeException unreadable) {
            opened.close();
            throw unreadable;
        }
    }

    /**
     * Makes the call on the office in memory.
     *
     * @throws Refusal {@code UNAVAILABLE} when the office is closed or the file cannot be written: nothing was done then,
     *                 {@code OUTCOME_UNKNOWN} when it was, and may be lost again
     */
    <T> T call(Function<Office, T> call) {
        requireOpen();
        Image asked = image;
        try {
            return call.apply(asked.office);
        } finally {
            // also after a refusal: the signature that it is about must not get lost
            keep(asked, asked.office.version());
        }
    }

    /** As {@link #call}, for what gives nothing back. */
    void run(Consumer<Office> call) {
        call(office -> {
            call.accept(office);
            return null;
        });
    }

    /**
     * Makes a call that hands on what it sees before it comes back, on an office of its own that has what the file has.
     *
     * @throws Refusal as {@link #call}, and nothing was handed on then
     */
    <T> T look(Function<Office, T> call) {
        requireOpen();
        OfficeSnapshot certain;
        synchronized (file) {
            keep(image, image.office.version());
            certain = inFile;
        }
        return call.apply(new InMemoryOffice(clock, certain));
    }

    private void requireOpen() {
        if (!file.isOpen()) {
            throw new Refusal(Refusal.Kind.UNAVAILABLE, "The office was closed here. Nothing was changed; it has to be opened again first.");
        }
    }

    /** The office in memory, for what may be lost. */
    Office inMemory() {
        return image.office;
    }

    /** Sees to it that the file has that version. Of many who wait here, the first writes for all. */
    private void keep(Image asked, long version) {
        if (asked.versionInFile >= version) {
            return;
        }
        synchronized (file) {
            if (asked.versionInFile >= version) {
                return;
            }
            if (asked != image) {
                throw undone();
            }
            long written = asked.office.version();
            write(asked.office.snapshot());
            settle();
            asked.versionInFile = written;
        }
    }

    private void write(OfficeSnapshot office) {
        if (office.equals(inFile)) {
            return;
        }
        try {
            file.replace(office);
        } catch (IOException full) {
            // whoever waits to have a change of theirs kept finds another image here, and hears that it was undone
            image = new Image(new InMemoryOffice(clock, inFile));
            throw undone();
        }
        inFile = office;
    }

    private void settle() {
        try {
            file.settle();
        } catch (IOException uncertain) {
            throw new Refusal(Refusal.Kind.OUTCOME_UNKNOWN, "The office's file was written, but may not be after a power failure."
                    + " Read what you changed before you change it again.");
        }
    }

    private static Refusal undone() {
        return new Refusal(Refusal.Kind.UNAVAILABLE, "The office's file cannot be written just now. Nothing was changed; try again later.");
    }

    @Override
    public Practices practices() {
        return new JsonFilePractices(this);
    }

    @Override
    public ApiKeys apiKeys() {
        return new JsonFileApiKeys(this);
    }

    @Override
    public ProcTPs procTPs() {
        return new JsonFileProcTPs(this);
    }

    @Override
    public TreatPlans treatPlans() {
        return new JsonFileTreatPlans(this);
    }

    @Override
    public Definitions definitions() {
        return new JsonFileDefinitions(this);
    }

    @Override
    public Changes changes() {
        return new JsonFileChanges(this);
    }

    @Override
    public Archive archive() {
        return new JsonFileArchive(this);
    }

    @Override
    public boolean fillIfEmpty(List<PracticeContents> practices) {
        return call(office -> office.fillIfEmpty(practices));
    }

    /** Lets others at the file. Whatever comes later is refused, and so is a change that is under way. */
    @Override
    public void close() throws IOException {
        synchronized (file) {
            file.close();
        }
    }
}
