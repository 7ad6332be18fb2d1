package proctp.http;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import proctp.domain.ProcTPEdit;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Of an update: what comes before the database is asked. */
@State(Scope.Thread)
public class BodyToEdit {

    private static final int DEPTH = 16;

    private final JsonFactory json = Json.reader(DEPTH);
    private String body = "{\"Discount\":\"17431.77\"}";

    /** An edit of one field. */
    @Benchmark
    public ProcTPEdit bodyToEdit() {
        ProcTPEdit.Builder wanted = ProcTPEdit.builder();
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), body)) {
            SentObject.readBody(parser, Handling.VENDORS, ProcTPMembers.EDITABLE, wanted);
        }
        return wanted.build(priority -> true);
    }
}
