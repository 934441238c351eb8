package dev.tillstream.local.aws.query;

import dev.tillstream.local.aws.protocol.AwsException;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.databind.JsonNode;

/** Writes results and errors of the query protocol. */
final class XmlReply {

    private static final XMLOutputFactory XML = XMLOutputFactory.newInstance();

    private XmlReply() {}

    interface Content {
        void to(XMLStreamWriter xml) throws XMLStreamException;
    }

    static byte[] result(String operation, String namespace, String requestId, JsonNode result) {
        return write(xml -> {
            xml.writeStartElement(operation + "Response");
            xml.writeDefaultNamespace(namespace);
            xml.writeStartElement(operation + "Result");
            members(xml, result);
            xml.writeEndElement();
            xml.writeStartElement("ResponseMetadata");
            text(xml, "RequestId", requestId);
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }

    static byte[] error(AwsException error, String namespace, String requestId) {
        return write(xml -> {
            xml.writeStartElement("ErrorResponse");
            xml.writeDefaultNamespace(namespace);
            xml.writeStartElement("Error");
            text(xml, "Type", error.status() < 500 ? "Sender" : "Receiver");
            text(xml, "Code", error.code());
            text(xml, "Message", String.valueOf(error.getMessage()));
            xml.writeEndElement();
            text(xml, "RequestId", requestId);
            xml.writeEndElement();
        });
    }

    private static byte[] write(Content content) {
        var bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XML.createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            content.to(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Could not write XML to memory", e);
        }
        return bytes.toByteArray();
    }

    private static void members(XMLStreamWriter xml, JsonNode object) throws XMLStreamException {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            element(xml, member.getKey(), member.getValue());
        }
    }

    private static void element(XMLStreamWriter xml, String name, JsonNode value)
            throws XMLStreamException {
        if (value.isValueNode()) {
            text(xml, name, value.asString());
            return;
        }
        xml.writeStartElement(name);
        if (value.isObject()) {
            members(xml, value);
        } else {
            for (JsonNode member : value) {
                element(xml, "member", member);
            }
        }
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
