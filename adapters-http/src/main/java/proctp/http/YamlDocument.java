package proctp.http;

import java.io.ByteArrayInputStream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.core.JsonGenerator;

/** A document that is written in YAML, as JSON: an amount of 204.0 stays one, where a number read and written would be 204. */
final class YamlDocument {

    private YamlDocument() {
    }

    /** The same in JSON. */
    static byte[] json(byte[] yaml) {
        Node document = new Compose(LoadSettings.builder().build()).composeInputStream(new ByteArrayInputStream(yaml)).orElseThrow();
        return Json.bytes(json -> write(json, document));
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
