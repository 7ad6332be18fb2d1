package proctp.contract.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a check came to, for a person and for programs.
 *
 * @param base     the address of the server
 * @param outcomes what became of each rule, in their order
 * @param left     what could not be put back, a sentence each
 */
record Report(String base, List<Outcome> outcomes, List<String> left) {

    /** Whether all that was checked holds, and all was put back. */
    boolean isGood() {
        return count(Outcome.Result.FAILED) == 0 && left.isEmpty();
    }

    private long count(Outcome.Result result) {
        return outcomes.stream().filter(outcome -> outcome.result() == result).count();
    }

    /** Prints a line for each rule and one for all. */
    void print(PrintWriter out) {
        outcomes.forEach(outcome -> out.println(outcome.line()));
        left.forEach(out::println);
        long failed = count(Outcome.Result.FAILED);
        out.println(outcomes.size() + " rules: " + count(Outcome.Result.OK) + " hold, " + failed + (failed == 1 ? " does not, " : " do not, ")
                + count(Outcome.Result.SKIPPED) + " skipped.");
    }

    /** Writes it as JUnit's XML, as CI servers read it: a test case for each rule. */
    void writeJUnit(OutputStream file) throws IOException {
        try (Writer writer = new BufferedWriter(new OutputStreamWriter(file, UTF_8))) {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(writer);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "wire contract");
            xml.writeAttribute("tests", String.valueOf(outcomes.size()));
            xml.writeAttribute("failures", String.valueOf(count(Outcome.Result.FAILED)));
            xml.writeAttribute("errors", "0");
            xml.writeAttribute("skipped", String.valueOf(count(Outcome.Result.SKIPPED)));
            xml.writeAttribute("time", seconds(outcomes.stream().map(Outcome::time).reduce(Duration.ZERO, Duration::plus)));
            for (Outcome outcome : outcomes) {
                writeTestCase(xml, outcome);
            }
            if (!left.isEmpty()) {
                xml.writeStartElement("system-err");
                xml.writeCharacters(String.join("\n", left));
                xml.writeEndElement();
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    private static void writeTestCase(XMLStreamWriter xml, Outcome outcome) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "proctp.contract.wire");
        xml.writeAttribute("name", outcome.rule());
        xml.writeAttribute("time", seconds(outcome.time()));
        if (outcome.result() == Outcome.Result.FAILED) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", outcome.findings().get(0).toString());
            xml.writeCharacters(String.join("\n", outcome.findings().stream().map(Outcome.Finding::toString).toList()));
            xml.writeEndElement();
        } else if (outcome.result() == Outcome.Result.SKIPPED) {
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", String.join("; ", outcome.unchecked()));
        }
        xml.writeEndElement();
    }

    private static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).toPlainString();
    }

    /** Writes it as one JSON object. */
    void writeJson(OutputStream file) {
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), file)) {
            json.writeStartObject();
            json.writeStringProperty("url", base);
            json.writeNumberProperty("hold", count(Outcome.Result.OK));
            json.writeNumberProperty("doNotHold", count(Outcome.Result.FAILED));
            json.writeNumberProperty("skipped", count(Outcome.Result.SKIPPED));
            json.writeArrayPropertyStart("rules");
            outcomes.forEach(outcome -> write(json, outcome));
            json.writeEndArray();
            texts(json, "notPutBack", left);
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, Outcome outcome) {
        json.writeStartObject();
        json.writeStringProperty("rule", outcome.rule());
        json.writeStringProperty("result", outcome.result().toString());
        json.writeNumberProperty("milliseconds", outcome.time().toMillis());
        json.writeArrayPropertyStart("deviations");
        for (Outcome.Finding finding : outcome.findings()) {
            json.writeStartObject();
            json.writeStringProperty("tag", finding.tag().toString());
            json.writeStringProperty("sentence", finding.sentence());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts(json, "notChecked", outcome.unchecked());
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
