package example.jsonfile;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.util.Optional;
import proctp.application.memory.OfficeSnapshot;
import tools.jackson.databind.json.JsonMapper;

/** An office as JSON: each record by its components, and not by what else can be asked of it. */
final class OfficeJson {

    private static final JsonMapper RECORDS = JsonMapper.builder()
            .changeDefaultVisibility(all -> all.withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY).withCreatorVisibility(Visibility.NON_PRIVATE))
            .build();

    private OfficeJson() {
    }

    static byte[] write(OfficeSnapshot office) {
        return RECORDS.writeValueAsBytes(office);
    }

    /** Empty for a null. */
    static Optional<OfficeSnapshot> read(byte[] json) {
        return Optional.ofNullable(RECORDS.readValue(json, OfficeSnapshot.class));
    }
}
