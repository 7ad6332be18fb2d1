package proctp.http;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import proctp.application.Change;
import proctp.application.Practice;
import proctp.domain.Definition;
import proctp.domain.ProcTP;
import proctp.domain.TreatPlan;

/**
 * What an office is moved in: one line of JSON for each record, just as the API returns it, and with what the API keeps to
 * itself but another office needs. Date-times are in the practice's zone, as the API has them; the hour that is there twice
 * when the clocks go back is taken for the first of the two.
 *
 * <p>Read is also what the original returns: whatever can be done without may be missing or null, what is not known is passed
 * over, and a line may hold several records, or whole lists of them.
 */
public final class OfficeLines {

    /** What the file of the practice itself is called in every directory that an office is moved in. */
    public static final String PRACTICE_FILE = "practice.ndjson";
    /** What the file of its definitions is called there. */
    public static final String DEFINITIONS_FILE = "definitions.ndjson";
    /** What the file of its plans is called there. */
    public static final String TREAT_PLANS_FILE = "treatplans.ndjson";
    /** What the file of the rows of its plans is called there. */
    public static final String PROC_TPS_FILE = "proctps.ndjson";
    /** What the file of the changes of these is called there. */
    public static final String CHANGES_FILE = "changes.ndjson";

    private final LineStamp stamp;

    /** @param clock tells when something was changed of which that is not known, and its zone is the practice's */
    public OfficeLines(Clock clock) {
        this.stamp = new LineStamp(clock);
    }

    /**
     * What a file has in one place.
     *
     * @param line  where, from 1
     * @param value what it is; empty when it is none
     * @param fault why it is none, a sentence without its subject that holds nothing of what is there; {@code ""} when it is one
     */
    public record Entry<T>(long line, Optional<T> value, String fault) {

        public Entry {
            requireNonNull(value);
            requireNonNull(fault);
        }
    }

    /** A practice itself, as a line. */
    public byte[] line(Practice practice) {
        return line(json -> PracticeLine.write(json, practice));
    }

    /** A definition, as a line. */
    public byte[] line(Definition definition) {
        return line(json -> DefinitionLine.write(json, definition));
    }

    /** A plan, as a line. */
    public byte[] line(TreatPlan plan) {
        return line(json -> TreatPlanLine.write(json, plan, stamp.format()));
    }

    /** A row of a plan, as a line. */
    public byte[] line(ProcTP row) {
        return line(json -> ProcTPJson.write(json, row, stamp.format()));
    }

    /** A change of a plan or a row, as a line. */
    public byte[] line(Change change) {
        return line(json -> ChangeJson.write(json, change, stamp.format()));
    }

    /** The members of a row or a plan that a change has made others, by the names that the API gives them. */
    public List<String> changedFields(Change change) {
        return ChangeJson.changedFields(change, stamp.format().zone());
    }

    private static byte[] line(Consumer<JsonWriter> object) {
        return Json.bytes(json -> {
            object.accept(json);
            json.endLine();
        });
    }

    /**
     * The practices that a file holds; it should be one.
     *
     * @param file is read as the iterator goes on, which throws {@link UncheckedIOException} when it cannot be
     */
    public Iterator<Entry<Practice>> practices(InputStream file) {
        return new LineEntries<>(file, PracticeLine::read);
    }

    /** The definitions that a file holds, see {@link #practices}. */
    public Iterator<Entry<Definition>> definitions(InputStream file) {
        DefinitionLine places = new DefinitionLine();
        return new LineEntries<>(file, places::read);
    }

    /** The plans that a file holds, see {@link #practices}. */
    public Iterator<Entry<TreatPlan>> treatPlans(InputStream file) {
        return new LineEntries<>(file, object -> TreatPlanLine.read(object, stamp));
    }

    /** The rows of plans that a file holds, see {@link #practices}. */
    public Iterator<Entry<ProcTP>> procTPs(InputStream file) {
        return new LineEntries<>(file, object -> ProcTPLine.read(object, stamp));
    }
}
