package proctp.http;

import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import proctp.domain.Faults;
import proctp.domain.Refusal;
import proctp.http.OfficeLines.Entry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** The records that the lines of a file hold, objects one after the other or in arrays. */
final class LineEntries<T> implements Iterator<Entry<T>> {

    /** Deep enough for whatever a record may hold that is passed over. */
    private static final JsonFactory JSON = Json.reader(64);

    private final Utf8Lines lines;
    private final Function<LineObject, T> reader;
    private JsonParser line;
    private int place;
    private Entry<T> next;

    /** @param reader makes a record of an object, or a {@link Refusal} that names its faults */
    LineEntries(InputStream file, Function<LineObject, T> reader) {
        this.lines = new Utf8Lines(file);
        this.reader = reader;
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            if (line != null) {
                next = onLine();
            } else if (lines.next()) {
                next = begin();
            } else {
                return false;
            }
        }
        return true;
    }

    @Override
    public Entry<T> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Entry<T> found = next;
        next = null;
        return found;
    }

    /** Begins a line; null when nothing is wrong with it. */
    private Entry<T> begin() {
        if (lines.isTooLong()) {
            return fault("The line is longer than " + Utf8Lines.LONGEST + " bytes.");
        }
        Optional<String> text = lines.text();
        if (text.isEmpty()) {
            return fault("The line is not UTF-8.");
        }
        line = JSON.createParser(ObjectReadContext.empty(), text.get());
        place = 0;
        return null;
    }

    /** The next record of the line; null when it has no more. */
    private Entry<T> onLine() {
        try {
            JsonToken token = line.nextToken();
            if (token == JsonToken.START_OBJECT) {
                Faults faults = new Faults();
                return record(new LineObject(line, line.streamReadContext().getParent().inArray()
                        ? faults.within("[" + place++ + "].") : faults));
            }
            if (token == JsonToken.START_ARRAY && line.streamReadContext().getParent().inRoot()) {
                place = 0;
                return null;
            }
            if (token == null) {
                line = null;
                return null;
            }
            if (token == JsonToken.END_ARRAY) {
                return null;
            }
            line.skipChildren();
            return fault("A line must hold JSON objects, or arrays of them.");
        } catch (StreamConstraintsException tooMuch) {
            line = null;
            return fault("The line is nested too deeply, or has a name, a text or a number that is too long.");
        } catch (JacksonException malformed) {
            line = null;
            return fault("The line is not valid JSON from column " + malformed.getLocation().getColumnNr()
                    + " on. Each record must be whole on its line.");
        }
    }

    private Entry<T> record(LineObject object) {
        try {
            return new Entry<>(lines.number(), Optional.of(reader.apply(object)), "");
        } catch (Refusal faulty) {
            return fault(faulty.sentence());
        }
    }

    private Entry<T> fault(String sentence) {
        return new Entry<>(lines.number(), Optional.empty(), sentence);
    }
}
