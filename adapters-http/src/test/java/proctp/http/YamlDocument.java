package proctp.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** A document that is written in YAML, as JSON: an amount of 204.0 stays one, where a number read and written would be 204. */
final class YamlDocument {

    /** In many lines, or each change of it would change the one that there is. */
    private static final ObjectWriteContext INDENTED = new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter(" ", "\n"));
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    };

    private YamlDocument() {
    }

    /** The same in JSON, in UTF-8. */
    static byte[] json(byte[] yaml) {
        Node document = new Compose(LoadSettings.builder().build()).composeInputStream(new ByteArrayInputStream(yaml)).orElseThrow();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(INDENTED, bytes)) {
            write(json, document);
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Node node) {
        if (node instanceof MappingNode mapping) {
            json.writeStartObject();
            for (NodeTuple member : mapping.getValue()) {
                json.writeName(((ScalarNode) member.getKeyNode()).getValue());
                write(json, member.getValueNode());
            }
            json.writeEndObject();
        } else if (node instanceof SequenceNode sequence) {
            json.writeStartArray();
            sequence.getValue().forEach(item -> write(json, item));
            json.writeEndArray();
        } else {
            write(json, (ScalarNode) node);
        }
    }

    private static void write(JsonGenerator json, ScalarNode scalar) {
        if (scalar.getTag().equals(Tag.STR)) {
            json.writeString(scalar.getValue());
        } else if (scalar.getValue().isEmpty()) {
            json.writeNull();
        } else {
            // numbers, booleans and null are written alike in both
            json.writeRawValue(scalar.getValue());
        }
    }
}
