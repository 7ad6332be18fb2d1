package proctp.http;

import proctp.domain.DefCat;
import proctp.domain.Definition;
import tools.jackson.core.JsonGenerator;

/** Writes a Definition: the vendor's members in its order. */
final class DefinitionJson {

    private DefinitionJson() {
    }

    static void write(JsonGenerator json, Definition definition) {
        json.writeStartObject();
        writeMembers(json, definition);
        json.writeEndObject();
    }

    static void writeMembers(JsonGenerator json, Definition definition) {
        json.writeNumberProperty("DefNum", definition.num().value());
        json.writeStringProperty("ItemName", definition.itemName());
        json.writeStringProperty("ItemValue", definition.itemValue());
        json.writeNumberProperty("Category", definition.category());
        json.writeStringProperty("category", DefCat.nameOf(definition.category()));
        json.writeStringProperty("isHidden", WireFormat.bool(definition.isHidden()));
    }

    /** Lets a tag stand for all that is written. */
    static void values(EntityTag tag, Definition definition) {
        tag.number(definition.num().value()).text(definition.itemName()).text(definition.itemValue())
                .number(definition.category()).flag(definition.isHidden());
    }
}
