package proctp.http;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import proctp.application.sample.GeneratedOffice;
import proctp.domain.ProcTP;

/** Of the list of ten rows: what comes after the database has answered. */
@State(Scope.Thread)
public class RecordToBytes {

    private static final int ROWS = 10;

    private final WireFormat format = WireFormat.vendors(ZoneId.of("America/Chicago"));
    private final List<ProcTP> rows = new GeneratedOffice(7, ROWS, ZoneOffset.UTC).procTPs().limit(ROWS).toList();

    /** The body. */
    @Benchmark
    public byte[] tenRecordsToBytes() {
        return Json.bytes(Answers.ITEM * (rows.size() + 1), json -> {
            json.startArray();
            rows.forEach(row -> ProcTPJson.write(json, row, format));
            json.endArray();
        });
    }

    /** The entity tag. */
    @Benchmark
    public String tenRecordsToTag() {
        return EntityTag.ofList(rows, format, ProcTPJson::values);
    }
}
