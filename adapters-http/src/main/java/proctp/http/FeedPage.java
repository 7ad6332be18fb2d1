package proctp.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import proctp.application.Change;

/**
 * A part of the change feed as events.
 *
 * @param events  each with its number, its kind and its entry as one line of JSON
 * @param entries how many they are
 * @param last    the number of the last
 * @param hasMore whether there may be more behind it
 */
record FeedPage(byte[] events, int entries, long last, boolean hasMore) {

    /** How many entries are read at once. */
    static final int ENTRIES = 100;

    /** Once there are so many bytes, the rest is left for the next part. */
    private static final int ENOUGH = 64 * 1024;

    /** The first of these changes, at least one, of which there were no more than {@link #ENTRIES}. */
    static FeedPage of(List<Change> changes, WireFormat format) {
        ByteArrayOutputStream events = new ByteArrayOutputStream(4 * 1024);
        int entries = 0;
        while (entries < changes.size() && events.size() < ENOUGH) {
            Change change = changes.get(entries++);
            events.writeBytes(("id: " + change.num() + "\nevent: change\ndata: ").getBytes(UTF_8));
            events.writeBytes(Json.bytes(json -> ChangeJson.write(json, change, format)));
            events.writeBytes("\n\n".getBytes(UTF_8));
        }
        return new FeedPage(events.toByteArray(), entries, changes.get(entries - 1).num(),
                entries < changes.size() || changes.size() == ENTRIES);
    }
}
